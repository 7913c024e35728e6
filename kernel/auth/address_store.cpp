#include "kernel/auth/addresses.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

namespace auth
{
namespace
{

constexpr db::Query set_email{"auth.change_email", R"sql(
    -- all workspaces: a person belongs to none
    UPDATE person SET email = :email, email_key = :email_key, email_confirmed_at = :now
    WHERE id = :id AND email_key IS NOT NULL
)sql"};

constexpr db::Query spend_links{"auth.spend_links_of", R"sql(
    -- all workspaces: a link belongs to a person
    UPDATE token SET used_at = :now WHERE person_id = :id AND used_at IS NULL
)sql"};

} // namespace

void change_email(db::Transaction& tx, tenancy::PersonId person, std::string_view email)
{
    const auto known = person_by_email(tx, email);
    if (known && known->id != person) throw base::Refusal{"auth.refusal.email_taken"};
    const auto now = base::now();
    tx.execute(
        set_email,
        {{"id", person}, {"email", email}, {"email_key", base::lower_ascii(email)}, {"now", now}});
    tx.execute(spend_links, {{"id", person}, {"now", now}});
}

} // namespace auth
