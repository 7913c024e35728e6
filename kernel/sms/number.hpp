#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Telephone numbers as gateways want them: E.164. Pure.
namespace sms
{

/// The calling code of a tax regime's country: "FR" → "33", "QC" → "1".
std::string_view calling_code_of(std::string_view tax_regime);

/// "06 12 34 56 78" → "+33612345678", "0044 7700 900123" → "+447700900123". `calling_code` is that
/// of a number written without one. Nothing for what is no whole number.
std::optional<std::string> international(std::string_view typed, std::string_view calling_code);

/// Whether a text may reach it: the numbering of France says which are mobiles; elsewhere every
/// number may be one.
bool may_receive(std::string_view number);

} // namespace sms
