#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace base
{

/// What spreadsheets and the tools of other trades write.
enum class CsvEncoding { utf8, windows1252, iso8859_15 };
BOOST_DESCRIBE_ENUM(CsvEncoding, utf8, windows1252, iso8859_15)

enum class CsvDelimiter { semicolon, comma, tab, bar };
BOOST_DESCRIBE_ENUM(CsvDelimiter, semicolon, comma, tab, bar)

struct CsvFormat {
    CsvDelimiter delimiter = CsvDelimiter::semicolon;
    CsvEncoding encoding = CsvEncoding::utf8;
    friend bool operator==(const CsvFormat&, const CsvFormat&) = default;
};

char csv_sign(CsvDelimiter delimiter);

/// As UTF-8; nothing for bytes that are no text in that encoding. Windows-1252 and ISO-8859-15 as
/// the WHATWG Encoding Standard has them, control characters refused.
std::optional<std::string> csv_text(std::string_view bytes, CsvEncoding encoding);

/// What the first lines look like: « ; » when no sign divides them, UTF-8 when the bytes are.
CsvFormat guess_csv_format(std::string_view bytes);

} // namespace base
