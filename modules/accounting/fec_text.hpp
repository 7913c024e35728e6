#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <string>
#include <string_view>

/// How the « fichier des écritures comptables » writes what it holds (LPF art. A47 A-1).
namespace accounting
{

/// ISO-8859-15, which the article names, or UTF-8, which it does not and many programs read.
enum class Charset { latin9, utf8 };

/// A value without tab, bar, line end or control character, trimmed. In ISO-8859-15 what has no
/// place there is written as it would be typed without: « ’ » as an apostrophe, « ź » as z, else
/// « ? ».
std::string fec_text(std::string_view words, Charset charset);
/// « 1234,50 ».
std::string fec_amount(base::Cents amount);
/// « 20261231 ».
std::string fec_day(base::Date day);

} // namespace accounting
