#include "modules/einvoicing/mail_address_store.hpp"

#include "kernel/base/clock.hpp"

namespace einvoicing
{
namespace
{

constexpr db::Query find_number{"einvoicing.mail_address", R"sql(
    SELECT number FROM einvoicing_mail_address WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_number{"einvoicing.save_mail_address", R"sql(
    INSERT INTO einvoicing_mail_address (workspace_id, number, made_at)
    VALUES (:workspace, :number, :now)
    ON CONFLICT (workspace_id) DO UPDATE SET number = excluded.number, made_at = excluded.made_at
)sql"};

constexpr db::Query remove_number{"einvoicing.remove_mail_address", R"sql(
    DELETE FROM einvoicing_mail_address WHERE workspace_id = :workspace
)sql"};

} // namespace

std::optional<std::int64_t> MailAddressStore::number()
{
    return tx_.value<std::int64_t>(find_number);
}

void MailAddressStore::save(std::int64_t number)
{
    tx_.execute(save_number, {{"number", number}, {"now", base::now()}});
}

void MailAddressStore::remove()
{
    tx_.execute(remove_number);
}

} // namespace einvoicing
