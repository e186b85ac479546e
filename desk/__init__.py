"""The program on a counter: what a clerk works with, upstairs and at the information desk."""
