from argon2 import extract_parameters

from queue_server.system import _NOBODYS, SystemPasswords


def test_a_password_fits_what_was_kept_of_it_alone() -> None:
    passwords = SystemPasswords()
    kept = passwords.hash("a long enough one")
    assert passwords.fits(kept, "a long enough one")
    assert not passwords.fits(kept, "another")
    assert not passwords.fits("not a hash at all", "another")


def test_nobodys_password_fits_none_and_is_as_dear_to_compare() -> None:
    passwords = SystemPasswords()
    assert not passwords.fits(None, "")
    assert extract_parameters(_NOBODYS) == extract_parameters(passwords.hash("anybody's"))
