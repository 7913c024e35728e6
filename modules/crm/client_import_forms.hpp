#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client_import.hpp"

namespace crm
{

enum class ImportStep { preview, launch };
BOOST_DESCRIBE_ENUM(ImportStep, preview, launch)

/// How a file is to be read, as the team chose it; `columns` in the order of the file.
struct SaveClientImport {
    base::CsvDelimiter delimiter = base::CsvDelimiter::semicolon;
    base::CsvEncoding encoding = base::CsvEncoding::utf8;
    bool has_titles = false;
    Doubles doubles = Doubles::ignore;
    std::vector<ImportField> columns;
    ImportStep then = ImportStep::preview;
    bool invites = false;
    forms::Text<0, 20> invite_day; ///< not before; as typed, a date or not; empty = once it is read
};
BOOST_DESCRIBE_STRUCT(SaveClientImport, (),
                      (delimiter, encoding, has_titles, doubles, columns, then, invites,
                       invite_day))

} // namespace crm
