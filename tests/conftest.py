"""What every test stands on: no real screen, and nothing of the user's own."""

import atexit
import os
from tempfile import TemporaryDirectory

from hypothesis import settings

# Qt and PostgreSQL warn without such a folder, and a minimal system has none.
_runtime = TemporaryDirectory(prefix="dawr-tests-")
atexit.register(_runtime.cleanup)

# A busy machine is no fault of what is tested.
settings.register_profile("dawr", deadline=None)
settings.load_profile("dawr")

for name in [name for name in os.environ if name.startswith("DAWR_") and name != "DAWR_EMUPOS"]:
    del os.environ[name]
os.environ.pop("DISPLAY", None)
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "XDG_RUNTIME_DIR": _runtime.name,
}

pytest_plugins = ["tests.offices", "tests.servers", "tests.screens", "tests.kiosk.served_kiosk"]
