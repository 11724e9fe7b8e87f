// Settings are kept under names that programs look for; these are the words for them.
#pragma once

#include <QString>

namespace ourtable {

// "Help card, line 1: what to do" of "help_card.line.1.do". A name that is not known here comes back as it is.
[[nodiscard]] QString settingTitle(const QString &key);

} // namespace ourtable
