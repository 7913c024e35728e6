#include "modules/pricebook/promo_code_store.hpp"

namespace pricebook
{
namespace
{

/// An allowed item, as it is stored.
struct ItemRow {
    CodeId code_id;
    ItemId item_id;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (code_id, item_id))

constexpr db::Table<PromoCode> code_table{"pricebook_code"};
constexpr db::Table<ItemRow> item_table{"pricebook_code_item"};
constexpr db::Table<CodeUse> use_table{"pricebook_code_use"};

constexpr db::Query find_code{"pricebook.find_code", R"sql(
    SELECT id, code, search_key, client_id, effect, percent, amount, starts_on, ends_on, uses_max,
           client_uses_max, adds_up, reason, stopped_at, made_by, made_at, revision
      FROM pricebook_code WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_code_key{"pricebook.find_code_key", R"sql(
    SELECT id, code, search_key, client_id, effect, percent, amount, starts_on, ends_on, uses_max,
           client_uses_max, adds_up, reason, stopped_at, made_by, made_at, revision
      FROM pricebook_code WHERE workspace_id = :workspace AND search_key = :search_key
)sql"};

constexpr db::Query update_code{"pricebook.update_code", R"sql(
    UPDATE pricebook_code
       SET code = :code, search_key = :search_key, client_id = :client, effect = :effect,
           percent = :percent, amount = :amount, starts_on = :starts_on, ends_on = :ends_on,
           uses_max = :uses_max, client_uses_max = :client_uses_max, adds_up = :adds_up,
           reason = :reason, revision = revision + 1
     WHERE workspace_id = :workspace AND id = :id AND revision = :seen_revision
)sql"};

constexpr db::Query stop_code{"pricebook.stop_code", R"sql(
    UPDATE pricebook_code SET stopped_at = :at, revision = revision + 1
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query count_codes{"pricebook.count_codes", R"sql(
    SELECT count(*) FROM pricebook_code WHERE workspace_id = :workspace
)sql"};

constexpr db::Query code_rows{"pricebook.code_rows", R"sql(
    SELECT c.id, c.code, c.effect, c.percent, c.amount, c.starts_on, c.ends_on, c.uses_max,
           c.stopped_at, c.reason,
           (SELECT count(*) FROM pricebook_code_use u
             WHERE u.workspace_id = c.workspace_id AND u.code_id = c.id) AS uses
      FROM pricebook_code c
     WHERE c.workspace_id = :workspace
     ORDER BY c.search_key, c.id LIMIT :limit
)sql"};

constexpr db::Query items_of_code{"pricebook.items_of_code", R"sql(
    SELECT item_id FROM pricebook_code_item
     WHERE workspace_id = :workspace AND code_id = :code ORDER BY item_id LIMIT :limit
)sql"};

constexpr db::Query delete_code_items{"pricebook.delete_code_items", R"sql(
    DELETE FROM pricebook_code_item WHERE workspace_id = :workspace AND code_id = :code
)sql"};

constexpr db::Query hold_code{"pricebook.hold_code", R"sql(
    UPDATE pricebook_code SET revision = revision WHERE workspace_id = :workspace AND id = :code
)sql"};

constexpr db::Query count_uses{"pricebook.count_code_uses", R"sql(
    SELECT count(*) AS uses, count(CASE WHEN client_id = :client THEN 1 END) AS client_uses
      FROM pricebook_code_use WHERE workspace_id = :workspace AND code_id = :code
)sql"};

constexpr db::Query count_uses_of_document{"pricebook.count_document_uses", R"sql(
    SELECT count(*) FROM pricebook_code_use
     WHERE workspace_id = :workspace AND code_id = :code AND document = :document
       AND document_id = :id
)sql"};

constexpr db::Query return_uses_of{"pricebook.return_code_uses", R"sql(
    DELETE FROM pricebook_code_use
     WHERE workspace_id = :workspace AND document = :document AND document_id = :id
    RETURNING code_id
)sql"};

constexpr db::Query code_use_rows{"pricebook.code_use_rows", R"sql(
    SELECT u.id, u.document, u.document_id, u.document_name, u.used_at, c.name AS client_name
      FROM pricebook_code_use u
      JOIN crm_published_client c ON c.workspace_id = u.workspace_id AND c.id = u.client_id
     WHERE u.workspace_id = :workspace AND u.code_id = :code
     ORDER BY u.id DESC LIMIT :limit
)sql"};

} // namespace

void PromoCodeStore::insert(const PromoCode& code)
{
    tx_.insert(code_table, code);
}

std::optional<PromoCode> PromoCodeStore::find(CodeId id)
{
    return tx_.find<PromoCode>(find_code, {{"id", id}});
}

std::optional<PromoCode> PromoCodeStore::find_key(std::string_view search_key)
{
    return tx_.find<PromoCode>(find_code_key, {{"search_key", search_key}});
}

bool PromoCodeStore::update(const PromoCode& code, std::int64_t seen_revision)
{
    return tx_.execute(update_code, {{"id", code.id},
                                     {"code", code.code},
                                     {"search_key", code.search_key},
                                     {"client", code.client_id},
                                     {"effect", code.effect},
                                     {"percent", code.percent},
                                     {"amount", code.amount},
                                     {"starts_on", code.starts_on},
                                     {"ends_on", code.ends_on},
                                     {"uses_max", code.uses_max},
                                     {"client_uses_max", code.client_uses_max},
                                     {"adds_up", code.adds_up},
                                     {"reason", code.reason},
                                     {"seen_revision", seen_revision}}) == 1;
}

void PromoCodeStore::set_stopped(CodeId id, std::optional<base::Instant> at)
{
    tx_.execute(stop_code, {{"id", id}, {"at", at}});
}

int PromoCodeStore::count()
{
    return static_cast<int>(tx_.value<std::int64_t>(count_codes, {}).value_or(0));
}

std::vector<PromoCodeRow> PromoCodeStore::rows()
{
    return tx_.rows<PromoCodeRow>(code_rows, {{"limit", codes_max}});
}

std::vector<ItemId> PromoCodeStore::items(CodeId code)
{
    return tx_.values<ItemId>(items_of_code, {{"code", code}, {"limit", items_max}});
}

void PromoCodeStore::write_items(CodeId code, const std::vector<ItemId>& items)
{
    tx_.execute(delete_code_items, {{"code", code}});
    for (const auto item : items)
        tx_.insert(item_table, ItemRow{.code_id = code, .item_id = item});
}

void PromoCodeStore::hold(CodeId code)
{
    tx_.execute(hold_code, {{"code", code}});
}

CodeCount PromoCodeStore::uses(CodeId code, tenancy::ClientId client)
{
    return tx_.find<CodeCount>(count_uses, {{"code", code}, {"client", client}})
        .value_or(CodeCount{});
}

bool PromoCodeStore::has_used(CodeId code, CodeDocument document, std::int64_t id)
{
    return tx_.value<std::int64_t>(count_uses_of_document,
                                   {{"code", code}, {"document", document}, {"id", id}})
               .value_or(0) > 0;
}

void PromoCodeStore::insert(const CodeUse& use)
{
    tx_.insert(use_table, use);
}

std::vector<CodeId> PromoCodeStore::return_uses(CodeDocument document, std::int64_t id)
{
    return tx_.values<CodeId>(return_uses_of, {{"document", document}, {"id", id}});
}

std::vector<CodeUseRow> PromoCodeStore::use_rows(CodeId code)
{
    return tx_.rows<CodeUseRow>(code_use_rows, {{"code", code}, {"limit", code_uses_shown}});
}

} // namespace pricebook
