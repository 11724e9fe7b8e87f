// VERIFY_GOOD(result): goes on when the result is good, otherwise fails the test and says the error's code and detail.
#pragma once

#include <QTest>

#include <string>

#include "core/support/error.h"

#define VERIFY_GOOD(result)                                                                                            \
    do {                                                                                                               \
        const auto &checked = (result);                                                                                \
        QVERIFY2(checked.ok(), checked.ok() ? "" : (std::string(nameOf(checked.error().code)) + " " + checked.error().detail).c_str()); \
    } while (false)
