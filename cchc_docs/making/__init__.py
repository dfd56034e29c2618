"""From what each document sees to files on disk: jobs, workers, manifest."""
