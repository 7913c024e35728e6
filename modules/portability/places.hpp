#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What of a workspace an export holds. Every shared table, business table and log of the
/// migrations is in it whole, unless it is named here: a new table cannot be forgotten, a new
/// secret must be named.
namespace portability
{

/// A table that stays out, and why (portability.left_out.<reason> says it in words).
struct LeftOut {
    std::string_view table;
    std::string_view reason; ///< "rebuilt", "passing", "local"
};
const std::vector<LeftOut>& left_out();
/// Nullptr for a table that is exported.
const LeftOut* find_left_out(std::string_view table);

/// A value that is replaced, because it is a secret or works in this installation only. `only_when`
/// names a column of truth: other rows keep theirs.
struct Withheld {
    std::string_view table;
    std::string_view column;
    std::string_view instead; ///< text; "NULL" = no value
    std::string_view only_when;
};
const std::vector<Withheld>& withheld();

/// Columns whose name sounds like a secret and that were judged to be none: "table.column".
const std::vector<std::string_view>& harmless();
/// Whether a name sounds like one: hash, secret, token, password, cipher, sealed, salt.
bool sounds_secret(std::string_view column);

} // namespace portability
