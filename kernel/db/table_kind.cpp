#include "kernel/db/table_kind.hpp"

namespace db
{

bool may_use(Scope::Kind scope, TableKind kind, TableUse use)
{
    if (kind == TableKind::View) return use == TableUse::Select;
    if (scope == Scope::Kind::Platform) return kind != TableKind::Business;
    return kind != TableKind::Platform || use != TableUse::Delete;
}

std::string_view name_of(TableKind kind)
{
    switch (kind) {
    case TableKind::Platform:
        return "platform";
    case TableKind::Shared:
        return "shared";
    case TableKind::Business:
        return "business";
    case TableKind::View:
        return "view";
    }
    return {};
}

std::optional<TableKind> table_kind_named(std::string_view name)
{
    for (const auto kind :
         {TableKind::Platform, TableKind::Shared, TableKind::Business, TableKind::View})
        if (name_of(kind) == name) return kind;
    return {};
}

} // namespace db
