#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/format.hpp"
#include "modules/pricebook/promo_code_store.hpp"
#include "modules/pricebook/promotion.hpp"

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

bool may_read(const WorkspaceTransaction& tx)
{
    return tx.workspace().modules.contains("pricebook") && tx.actor().may("pricebook.read");
}

/// With the day a sentence speaks of.
void refuse(const char* key, const PromoCode& code)
{
    if (key == nullptr) return;
    const auto day = code.ends_on.value_or(code.starts_on);
    const bool is_early = std::string_view{key} == "pricebook.refusal.code_early";
    throw base::Refusal{
        key, {{"day", i18n::short_date(is_early ? code.starts_on : day)}, {"code", code.code}}};
}

void check(WorkspaceTransaction& tx, const PromoCode& code, const CodeBearer& bearer)
{
    PromoCodeStore store{tx};
    refuse(refusal_on(code, bearer.client, base::date_in(base::now(), tx.workspace().time_zone)),
           code);
    if (!store.has_used(code.id, bearer.document, bearer.id))
        refuse(refusal_after(code, store.uses(code.id, bearer.client)), code);
}

} // namespace

void check_promotion(WorkspaceTransaction& tx, CodeId id, const CodeBearer& bearer)
{
    const auto code = PromoCodeStore{tx}.find(id);
    base::refuse_unless(code.has_value(), "pricebook.refusal.code_unknown");
    check(tx, *code, bearer);
}

Promotion promotion_today(WorkspaceTransaction& tx, std::string_view typed,
                          const CodeBearer& bearer)
{
    PromoCodeStore store{tx};
    const auto code = may_read(tx) ? store.find_key(key_of_code(typed)) : std::nullopt;
    base::refuse_unless(code.has_value(), "pricebook.refusal.code_unknown");
    check(tx, *code, bearer);
    return {.id = code->id,
            .code = code->code,
            .percent = code->percent,
            .amount = code->amount,
            .items = store.items(code->id),
            .adds_up = code->adds_up};
}

bool has_used(WorkspaceTransaction& tx, CodeId code, CodeDocument document, std::int64_t id)
{
    return PromoCodeStore{tx}.has_used(code, document, id);
}

void use_promotion(WorkspaceTransaction& tx, CodeId id, const CodeBearer& bearer,
                   const std::string& document_name)
{
    PromoCodeStore store{tx};
    store.hold(id);
    const auto code = store.find(id);
    base::refuse_unless(code.has_value(), "pricebook.refusal.code_unknown");
    if (store.has_used(id, bearer.document, bearer.id)) return;
    refuse(refusal_after(*code, store.uses(id, bearer.client)), *code);

    store.insert(CodeUse{.id = tx.make_id<CodeUseId>(),
                         .code_id = id,
                         .client_id = bearer.client,
                         .document = bearer.document,
                         .document_id = bearer.id,
                         .document_name = document_name,
                         .used_at = base::now()});
    audit::append(tx, {.action = "pricebook.code_used",
                       .subject_kind = "pricebook_code",
                       .subject = id.value,
                       .changes = {{"document", "", document_name}}});
    events::touch(tx, "pricebook");
}

} // namespace pricebook
