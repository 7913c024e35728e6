#include "modules/signatures/code_store.hpp"

namespace signatures
{
namespace
{

constexpr db::Table<Code> code_table{"signatures_code"};

constexpr db::Query delete_codes{"signatures.delete_codes", R"sql(
    DELETE FROM signatures_code
     WHERE workspace_id = :workspace
       AND (kind = :kind AND document = :document OR sent_at < :forgotten_before)
)sql"};

constexpr db::Query newest_code{"signatures.newest_code", R"sql(
    SELECT id, kind, document, shown_sha256, address_hash, code_hash, sent_at, tries
      FROM signatures_code
     WHERE workspace_id = :workspace AND kind = :kind AND document = :document
     ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query count_code_try{"signatures.count_try", R"sql(
    UPDATE signatures_code SET tries = tries + 1
     WHERE workspace_id = :workspace AND id = :id AND tries < :tries_max
)sql"};

constexpr db::Query delete_code{"signatures.delete_code", R"sql(
    DELETE FROM signatures_code WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

void CodeStore::replace(const Code& code, base::Instant forgotten_before)
{
    tx_.execute(
        delete_codes,
        {{"kind", code.kind}, {"document", code.document}, {"forgotten_before", forgotten_before}});
    tx_.insert(code_table, code);
}

std::optional<Code> CodeStore::find(std::string_view kind, std::int64_t document)
{
    return tx_.find<Code>(newest_code, {{"kind", kind}, {"document", document}});
}

bool CodeStore::count_try(CodeId id, std::int64_t tries_max)
{
    return tx_.execute(count_code_try, {{"id", id}, {"tries_max", tries_max}}) == 1;
}

bool CodeStore::remove(CodeId id)
{
    return tx_.execute(delete_code, {{"id", id}}) == 1;
}

} // namespace signatures
