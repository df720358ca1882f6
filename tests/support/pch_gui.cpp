#include "tests/support/pch_gui.h"
