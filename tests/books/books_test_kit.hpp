#pragma once

#include "app/modules.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_check.hpp"
#include "modules/accounting/sale_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/sending_actions.hpp"
#include "modules/settings/profile_store.hpp"
#include "tests/world/office.hpp"

#include <doctest.h>

#include <string>
#include <vector>

/// A business with every module, that sells; included by tests only.
namespace books_test
{

using accounting::Entry;
using base::Cents;
using invoices::InvoiceId;
using invoices::InvoiceKind;
using sale_documents::Line;
using tenancy::ClientId;
using tenancy::WorkspaceTransaction;

inline Line sold(std::int64_t cents, const std::string& tax = "tva20")
{
    return {.name = "Montage", .unit_price = {cents * 100}, .tax = tax};
}

struct Books : test_world::Office {
    explicit Books(db::Engine engine) : Office(engine, app::describe_modules)
    {
        write([](WorkspaceTransaction& tx) {
            auto profile = settings::find_profile(tx);
            profile.legal_name = "Charpentes du Ponant SARL";
            profile.siret = "73282932000074";
            profile.vat_number = "FR44732829320";
            profile.address = "4 quai des Indes";
            profile.postal_code = "56100";
            profile.city = "Lorient";
            settings::write_profile(tx, profile);
            invoices::save_terms(tx, {.iban = "FR7630006000011234567890189",
                                      .holder = "Charpentes du Ponant",
                                      .penalties = "Trois fois le taux légal.",
                                      .early = "Pas d’escompte.",
                                      .mentions = "SARL au capital de 5 000 €"});
        });
        for (const auto* name : {"Penhoat", "Bescond"})
            clients.push_back(write([&](WorkspaceTransaction& tx) {
                return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                            .first_name = "Aurore",
                                            .last_name = name,
                                            .email = std::string{name} + "@clients.example"});
            }));
    }

    base::Date today() { return as_lea().today(); }
    ClientId aurore() const { return clients.front(); }

    quotes::QuoteId accepted(ClientId client, const std::vector<Line>& lines)
    {
        return write([&](WorkspaceTransaction& tx) {
            const base::Date until{as_lea().today().day + std::chrono::days{30}};
            const auto id = quotes::start_quote(
                tx, {.client_id = client, .title = "Extension", .valid_until = until});
            const auto quote = quotes::quote_by_id(tx, id);
            quotes::save_quote(tx, quote, lines, quote.version);
            quotes::send_quote(tx, {.quote = id,
                                    .seen_version = quotes::quote_by_id(tx, id).version,
                                    .way = quotes::Way::hand,
                                    .to_name = "Aurore",
                                    .valid_until = until});
            const auto issue = quotes::IssueStore{tx}.find(id).value();
            quotes::accept_quote(tx, {.quote = id, .chosen = {}, .identity = issue.identity});
            return id;
        });
    }
    InvoiceId of_quote(quotes::QuoteId quote, invoices::Share share, Cents asked = {})
    {
        return issue(write([&](WorkspaceTransaction& tx) {
            return invoices::start_from_quote(tx, quote, share, asked);
        }));
    }
    InvoiceId invoice(ClientId client, const std::vector<Line>& lines,
                      invoices::Nature nature = invoices::Nature::services)
    {
        return issue(write([&](WorkspaceTransaction& tx) {
            const auto id =
                invoices::start_invoice(tx, {.client_id = client, .title = "Extension"});
            auto draft = invoices::invoice_by_id(tx, id);
            draft.nature = nature;
            invoices::save_invoice(tx, draft, lines, draft.version);
            return id;
        }));
    }
    InvoiceId issue(InvoiceId id)
    {
        write([&](WorkspaceTransaction& tx) {
            invoices::issue_invoice(tx, {.invoice = id,
                                         .seen_version = invoices::invoice_by_id(tx, id).version,
                                         .way = invoices::Way::hand,
                                         .to_name = "Aurore"});
        });
        return id;
    }
    InvoiceId credit(InvoiceId of, std::optional<Cents> asked = {})
    {
        return issue(write([&](WorkspaceTransaction& tx) {
            return invoices::start_credit(tx, of, asked, "Erreur");
        }));
    }
    void pay(InvoiceId id, Cents amount,
             invoices::PaymentMeans means = invoices::PaymentMeans::transfer,
             invoices::PaymentKind kind = invoices::PaymentKind::payment)
    {
        write([&](WorkspaceTransaction& tx) {
            return invoices::record_payment(tx, {.invoice = id,
                                                 .kind = kind,
                                                 .amount = amount,
                                                 .received_on = received_on.value_or(today()),
                                                 .means = means,
                                                 .surplus = invoices::Surplus::kept});
        });
    }
    invoices::Facts facts(InvoiceId id)
    {
        return read([&](WorkspaceTransaction& tx) { return invoices::facts(tx, {id}).at(id); });
    }
    std::vector<Entry> entries()
    {
        return read([](WorkspaceTransaction& tx) {
            std::vector<Entry> all;
            accounting::each_entry(tx,
                                   {.first = *base::Date::parse("2000-01-01"),
                                    .last = *base::Date::parse("2999-12-31")},
                                   [&](const Entry& entry) { all.push_back(entry); });
            return all;
        });
    }
    /// Of the accounts that begin so: what is on their debit, less what is on their credit.
    Cents on(std::string_view account, std::string_view party = {})
    {
        Cents sum;
        for (const auto& entry : entries())
            for (const auto& line : entry.lines) {
                if (!line.account.number.starts_with(account)) continue;
                if (!party.empty() && (!line.party || line.party->number != party)) continue;
                sum += line.debit - line.credit;
            }
        return sum;
    }
    accounting::FecRead fec()
    {
        const auto year = today().text().substr(0, 4);
        std::string bytes;
        accounting::FecWriter writer{accounting::Charset::latin9,
                                     [&](std::string_view piece) { bytes += piece; }};
        for (const auto& entry : entries())
            writer.write(entry);
        return accounting::read_fec({.bytes = bytes,
                                     .name = "732829320FEC" + year + "1231.txt",
                                     .first = *base::Date::parse(year + "-01-01"),
                                     .closing = *base::Date::parse(year + "-12-31")});
    }

    std::vector<ClientId> clients;
    std::optional<base::Date> received_on;
};

} // namespace books_test
