#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mail
{

struct WordingRow {
    std::string template_name;
    std::string subject;
    std::string body;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(WordingRow, (), (template_name, subject, body, version))

std::optional<WordingRow> wording_row(tenancy::WorkspaceTransaction& tx, std::string_view name);
/// By name.
std::vector<std::string> worded_names(tenancy::WorkspaceTransaction& tx);
/// Whatever was there.
void write_wording(tenancy::WorkspaceTransaction& tx, const WordingRow& row);
void delete_wording(tenancy::WorkspaceTransaction& tx, std::string_view name);

} // namespace mail
