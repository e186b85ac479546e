"""Every planted fault, by what it would break."""

from tests.mutants.at_the_counter import FAULTS as AT_THE_COUNTER
from tests.mutants.in_line import FAULTS as IN_LINE
from tests.mutants.kept import FAULTS as KEPT
from tests.mutants.mutant import Mutant
from tests.mutants.over_time import FAULTS as OVER_TIME
from tests.mutants.without_the_server import FAULTS as WITHOUT_THE_SERVER

MUTANTS: tuple[Mutant, ...] = (*IN_LINE, *AT_THE_COUNTER, *OVER_TIME, *KEPT, *WITHOUT_THE_SERVER)
