"""A name finder of our own, trained on world news: a small transformer, run by onnxruntime as a spaCy component."""
