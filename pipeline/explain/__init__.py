"""Why is a value what it is? What a finished run says of it, in words."""
