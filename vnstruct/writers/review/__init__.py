"""The review page: a document beside its tasks, for people who would rather look than read."""
