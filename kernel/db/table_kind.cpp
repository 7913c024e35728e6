#include "kernel/db/table_kind.hpp"

namespace db
{

bool may_use(Scope::Kind scope, TableKind kind, TableUse use)
{
    if (kind == TableKind::View) return use == TableUse::Select;
    if (kind == TableKind::Log || kind == TableKind::PlatformLog)
        return use == TableUse::Select || use == TableUse::Insert;
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
    case TableKind::Log:
        return "log";
    case TableKind::PlatformLog:
        return "platform_log";
    }
    return {};
}

std::optional<TableKind> table_kind_named(std::string_view name)
{
    for (const auto kind : {TableKind::Platform, TableKind::Shared, TableKind::Business,
                            TableKind::View, TableKind::Log, TableKind::PlatformLog})
        if (name_of(kind) == name) return kind;
    return {};
}

} // namespace db
