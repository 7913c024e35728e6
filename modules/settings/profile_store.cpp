#include "modules/settings/profile_store.hpp"

#include <boost/describe/class.hpp>

namespace settings
{

BOOST_DESCRIBE_STRUCT(Profile, (),
                      (legal_name, siret, vat_number, neq, tps_number, tvq_number, address,
                       postal_code, city, phone, email, website, version))

namespace
{

constexpr db::Query find{"settings.profile", R"sql(
    SELECT legal_name, siret, vat_number, neq, tps_number, tvq_number, address, postal_code, city, phone, email,
           website, version
      FROM settings_profile WHERE workspace_id = :workspace
)sql"};

constexpr db::Query make_row{"settings.make_profile", R"sql(
    INSERT INTO settings_profile (workspace_id, legal_name, siret, vat_number, address, postal_code, city, phone,
                                  email, website, version)
    VALUES (:workspace, '', '', '', '', '', '', '', '', '', 0)
    ON CONFLICT (workspace_id) DO NOTHING
)sql"};

constexpr db::Query write{"settings.write_profile", R"sql(
    UPDATE settings_profile
       SET legal_name = :legal_name, siret = :siret, vat_number = :vat_number, neq = :neq,
           tps_number = :tps_number, tvq_number = :tvq_number, address = :address,
           postal_code = :postal_code, city = :city, phone = :phone, email = :email, website = :website,
           version = version + 1
     WHERE workspace_id = :workspace AND version = :version
)sql"};

} // namespace

Profile find_profile(tenancy::WorkspaceTransaction& tx)
{
    return tx.find<Profile>(find).value_or(Profile{});
}

bool write_profile(tenancy::WorkspaceTransaction& tx, const Profile& profile)
{
    tx.execute(make_row);
    return tx.execute(write, {{"legal_name", profile.legal_name},
                              {"siret", profile.siret},
                              {"vat_number", profile.vat_number},
                              {"neq", profile.neq},
                              {"tps_number", profile.tps_number},
                              {"tvq_number", profile.tvq_number},
                              {"address", profile.address},
                              {"postal_code", profile.postal_code},
                              {"city", profile.city},
                              {"phone", profile.phone},
                              {"email", profile.email},
                              {"website", profile.website},
                              {"version", profile.version}}) == 1;
}

} // namespace settings
