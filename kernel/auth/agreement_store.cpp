#include "kernel/auth/agreements.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(GivenConsent, (), (document, version, given_at, address))

namespace
{

constexpr db::Query agreed{"auth.agreements_of", R"sql(
    SELECT document, version, given_at, address FROM consent
    WHERE workspace_id = :workspace AND person_id = :person
    ORDER BY id DESC LIMIT 100
)sql"};

} // namespace

std::vector<GivenConsent> agreements_of(tenancy::WorkspaceTransaction& tx, tenancy::PersonId person)
{
    return tx.rows<GivenConsent>(agreed, {{"person", person}});
}

} // namespace auth
