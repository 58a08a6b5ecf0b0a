"""How the weights in models/en/ner were made, and are made again: `make train-names`. Not needed to run dateline."""
