"""The pages of screens that only staff read: a television that is not a screen yet, and layouts being tried."""
