#include "modules/invoices/terms_store.hpp"

namespace invoices
{
namespace
{

struct BuyerRow {
    std::string kind;
    std::string billing_address;
    std::string billing_postal_code;
    std::string billing_city;
    std::string billing_country;
    std::string siren;
    std::string vat_number;
};
BOOST_DESCRIBE_STRUCT(BuyerRow, (),
                      (kind, billing_address, billing_postal_code, billing_city, billing_country,
                       siren, vat_number))

constexpr db::Query find_terms{"invoices.terms", R"sql(
    SELECT payment_days, iban, bic, holder, penalties, early, conditions, mentions
      FROM invoices_terms WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_terms{"invoices.save_terms", R"sql(
    INSERT INTO invoices_terms (workspace_id, payment_days, iban, bic, holder, penalties, early,
                                conditions, mentions)
    VALUES (:workspace, :payment_days, :iban, :bic, :holder, :penalties, :early, :conditions,
            :mentions)
    ON CONFLICT (workspace_id) DO UPDATE
       SET payment_days = excluded.payment_days, iban = excluded.iban, bic = excluded.bic,
           holder = excluded.holder, penalties = excluded.penalties, early = excluded.early,
           conditions = excluded.conditions, mentions = excluded.mentions
)sql"};

constexpr db::Query find_buyer{"invoices.buyer", R"sql(
    SELECT a.kind, a.billing_address, a.billing_postal_code, a.billing_city, a.billing_country,
           COALESCE(b.siren, '') AS siren, COALESCE(b.vat_number, '') AS vat_number
      FROM crm_published_address a
      LEFT JOIN invoices_buyer b ON b.workspace_id = a.workspace_id AND b.client_id = a.id
     WHERE a.workspace_id = :workspace AND a.id = :client
)sql"};

constexpr db::Query keep_buyer{"invoices.save_buyer", R"sql(
    INSERT INTO invoices_buyer (workspace_id, client_id, siren, vat_number)
    VALUES (:workspace, :client, :siren, :vat_number)
    ON CONFLICT (workspace_id, client_id) DO UPDATE
       SET siren = excluded.siren, vat_number = excluded.vat_number
)sql"};

} // namespace

std::optional<Terms> TermsStore::find()
{
    return tx_.find<Terms>(find_terms);
}

void TermsStore::save(const Terms& terms)
{
    tx_.execute(save_terms, {{"payment_days", terms.payment_days},
                             {"iban", terms.iban},
                             {"bic", terms.bic},
                             {"holder", terms.holder},
                             {"penalties", terms.penalties},
                             {"early", terms.early},
                             {"conditions", terms.conditions},
                             {"mentions", terms.mentions}});
}

Buyer TermsStore::buyer(tenancy::ClientId client)
{
    const auto row = tx_.find<BuyerRow>(find_buyer, {{"client", client}}).value_or(BuyerRow{});
    return {.is_business = row.kind == "company",
            .siren = row.siren,
            .vat_number = row.vat_number,
            .street = row.billing_address,
            .postal_code = row.billing_postal_code,
            .city = row.billing_city,
            .country = country_code(row.billing_country),
            .email = {}};
}

void TermsStore::save_buyer(tenancy::ClientId client, const std::string& siren,
                            const std::string& vat_number)
{
    tx_.execute(keep_buyer, {{"client", client}, {"siren", siren}, {"vat_number", vat_number}});
}

} // namespace invoices
