#pragma once

#include "services/pch.h"

#include <QSignalSpy>
#include <QTest>
