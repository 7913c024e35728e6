#include "modules/expenses/expense_type_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_type_store.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

using tenancy::WorkspaceTransaction;

void check_name(const std::vector<ExpenseType>& types, std::string_view code,
                const std::string& name)
{
    const bool is_taken = std::ranges::any_of(types, [&](const ExpenseType& type) {
        return type.code != code && base::fold(type.name) == base::fold(name);
    });
    base::refuse_unless(!is_taken, "expenses.refusal.type_taken");
}

void write(WorkspaceTransaction& tx, const ExpenseType& before, ExpenseType type,
           std::string_view action)
{
    ExpenseTypeStore{tx}.write(type);
    audit::append(
        tx, {.action = action,
             .subject_kind = "expense_type",
             .subject = type.id.value,
             .changes = {{"name", before.name, type.name},
                         {"deductible", before.name.empty() ? "" : i18n::rate(before.deductible),
                          i18n::rate(type.deductible)}}});
    events::touch(tx, "expenses");
}

} // namespace

std::vector<ExpenseType> types_of(WorkspaceTransaction& tx)
{
    std::vector<ExpenseType> types;
    for (const auto code : built_in_types())
        types.push_back({.code = std::string{code},
                         .name = i18n::t("expenses.type." + std::string{code}),
                         .retired_at = {}});
    for (const auto& written : ExpenseTypeStore{tx}.written()) {
        const auto same = std::ranges::find(types, written.code, &ExpenseType::code);
        if (same == types.end())
            types.push_back(written);
        else
            *same = written;
    }
    return types;
}

const ExpenseType* find_type(const std::vector<ExpenseType>& types, std::string_view code)
{
    const auto found = std::ranges::find(types, code, &ExpenseType::code);
    return found == types.end() ? nullptr : &*found;
}

std::string name_of(const std::vector<ExpenseType>& types, std::string_view code)
{
    const auto* type = find_type(types, code);
    return type == nullptr ? std::string{code} : type->name;
}

std::string add_type(WorkspaceTransaction& tx, const TypeSaid& said)
{
    const auto types = types_of(tx);
    base::refuse_unless(types.size() < static_cast<std::size_t>(types_max),
                        "expenses.refusal.too_many_types", {{"most", std::to_string(types_max)}});
    check_name(types, {}, said.name);
    const auto id = tx.make_id<ExpenseTypeId>();
    const auto code = "t" + id.text();

    write(tx, {},
          {.id = id,
           .code = code,
           .name = said.name,
           .deductible = said.deductible,
           .retired_at = {}},
          "expenses.type_added");
    return code;
}

void save_type(WorkspaceTransaction& tx, std::string_view code, const TypeSaid& said)
{
    const auto types = types_of(tx);
    const auto* before = find_type(types, code);
    if (before == nullptr) throw base::NotFound{};
    check_name(types, code, said.name);

    auto after = *before;
    if (!after.id) after.id = tx.make_id<ExpenseTypeId>();
    after.name = said.name;
    after.deductible = said.deductible;
    after.retired_at.reset();
    if (said.is_retired) after.retired_at = before->retired_at.value_or(base::now());
    write(tx, *before, after, "expenses.type_saved");
}

} // namespace expenses
