"""Clusters: strongest first, no bridges, any order."""

from itertools import permutations

from pipeline.matching.clusters import Pair, agglomerate


def never(a: int, b: int) -> bool:
    return False


def test_chains_join_where_nothing_is_vetoed() -> None:
    assert agglomerate(4, [Pair(1, 0, 1, "x"), Pair(2, 1, 2, "y")], never).groups == [[0, 1, 2], [3]]


def test_a_weak_link_does_not_bridge_two_that_exclude_each_other() -> None:
    pairs = [Pair(3, 0, 1, "same day"), Pair(2, 1, 2, "same actor")]
    found = agglomerate(3, pairs, lambda a, b: {a, b} == {0, 2})
    assert found.groups == [[0, 1], [2]]
    assert found.reasons == ["same day", "same day", ""]


def test_a_veto_holds_for_all_later_members_of_a_group() -> None:
    pairs = [Pair(9, 0, 2, ""), Pair(8, 0, 1, ""), Pair(7, 1, 3, ""), Pair(6, 3, 2, "")]
    assert agglomerate(4, pairs, lambda a, b: {a, b} == {1, 2}).groups == [[0, 2], [1, 3]]


def test_order_of_pairs_and_ties_do_not_matter() -> None:
    pairs = [Pair(1, 0, 1, "a"), Pair(1, 1, 2, "b"), Pair(1, 0, 3, "c"), Pair(2, 3, 4, "d")]
    found = [agglomerate(5, order, lambda a, b: {a, b} == {0, 2}) for order in permutations(pairs)]
    assert all(f == found[0] for f in found)


def test_nothing() -> None:
    assert agglomerate(0, [], never).groups == []
