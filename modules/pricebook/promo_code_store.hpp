#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/promo_code.hpp"
#include "modules/pricebook/promotion.hpp"

namespace pricebook
{

/// A code as its list shows it.
struct PromoCodeRow {
    CodeId id;
    std::string code;
    CodeEffect effect = CodeEffect::percent_off;
    std::optional<base::Rate> percent;
    std::optional<base::Cents> amount;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    std::optional<std::int64_t> uses_max;
    std::optional<base::Instant> stopped_at;
    std::string reason;
    std::int64_t uses = 0;
};
BOOST_DESCRIBE_STRUCT(PromoCodeRow, (),
                      (id, code, effect, percent, amount, starts_on, ends_on, uses_max, stopped_at,
                       reason, uses))

using CodeUseId = base::Id<struct PricebookCodeUseTag>;

struct CodeUse {
    CodeUseId id;
    CodeId code_id;
    tenancy::ClientId client_id;
    CodeDocument document = CodeDocument::quote;
    std::int64_t document_id = 0;
    std::string document_name;
    base::Instant used_at;
};
BOOST_DESCRIBE_STRUCT(CodeUse, (),
                      (id, code_id, client_id, document, document_id, document_name, used_at))

/// A use as its list shows it.
struct CodeUseRow {
    CodeUseId id;
    CodeDocument document = CodeDocument::quote;
    std::int64_t document_id = 0;
    std::string document_name;
    base::Instant used_at;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(CodeUseRow, (),
                      (id, document, document_id, document_name, used_at, client_name))
inline constexpr int code_uses_shown = 200;

/// Every statement on codes and their uses, but those of moved clients.
class PromoCodeStore
{
  public:
    explicit PromoCodeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const PromoCode& code);
    std::optional<PromoCode> find(CodeId id);
    std::optional<PromoCode> find_key(std::string_view search_key);
    /// False when somebody saved another revision meanwhile.
    bool update(const PromoCode& code, std::int64_t seen_revision);
    void set_stopped(CodeId id, std::optional<base::Instant> at);
    int count();
    /// By code, at most codes_max.
    std::vector<PromoCodeRow> rows();

    /// Sorted, at most items_max.
    std::vector<ItemId> items(CodeId code);
    /// In the place of those there were.
    void write_items(CodeId code, const std::vector<ItemId>& items);

    /// Until the end of the transaction, others who use it wait.
    void hold(CodeId code);
    CodeCount uses(CodeId code, tenancy::ClientId client);
    bool has_used(CodeId code, CodeDocument document, std::int64_t id);
    void insert(const CodeUse& use);
    /// Those of a document that holds no more; the codes it used.
    std::vector<CodeId> return_uses(CodeDocument document, std::int64_t id);
    /// The newest first, at most code_uses_shown.
    std::vector<CodeUseRow> use_rows(CodeId code);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
