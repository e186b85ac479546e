"""What axe finds wrong with a page for people who cannot see, hear or point well."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()


def complaints(page: Page) -> list[str]:
    """Every rule broken, with the elements that break it."""
    found = _AXE.run(page).response["violations"]
    return [f"{each['id']}: {[node['html'][:120] for node in each['nodes']]}" for each in found]
