#pragma once

#include "ui/pch_gui.h"

#include <QSignalSpy>
#include <QTest>
