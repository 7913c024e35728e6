#pragma once

#include "app/demonstration/material.hpp"
#include "modules/expenses/expense.hpp"
#include "modules/invoices/invoice.hpp"
#include "modules/invoices/terms.hpp"
#include "modules/settings/profile.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// A year of sales and purchases of a demonstration: what presets/NAME/demo/year.toml holds. Days
/// are counted back from today.
namespace demonstration
{

/// How a client is named on e-invoices.
struct BuyerNumbers {
    std::size_t client = 0; ///< position in the material
    std::string siren;
    std::string vat_number;
};

/// Sold by a quote that was signed: a deposit before, the balance after.
struct Work {
    std::size_t client = 0; ///< positions in the material
    std::size_t member = 0;
    std::string title;
    int sold_days_ago = 0;
    int lasts_days = 0; ///< from the deposit to the balance
    int deposit_percent = 0;
    invoices::PaymentMeans means = invoices::PaymentMeans::transfer;
    std::vector<sale_documents::Line> lines;
};

/// Sold on the day, again and again, to one client or another.
struct Service {
    std::string title;
    invoices::Nature nature = invoices::Nature::services;
    std::vector<invoices::PaymentMeans> means; ///< one of them each time
    std::vector<sale_documents::Line> lines;
};

/// Bought again and again.
struct Purchase {
    std::string type; ///< code of an expenses::ExpenseType
    std::string supplier;
    std::string description;
    base::Cents gross; ///< the usual amount, taxes included
    std::string tax;   ///< code of billing::tax_choices, or empty
    int every_days = 0;
    int sway_percent = 0; ///< how far from the usual amount
    expenses::Means means = expenses::Means::bank;
};

struct Year {
    settings::Profile seller;
    invoices::Terms terms;
    std::size_t member = 0;      ///< who sells on the day; position in the material
    int services_every_days = 0; ///< about
    std::string credit_reason;   ///< of what is taken back
    std::vector<BuyerNumbers> buyers;
    std::vector<Work> works;
    std::vector<Service> services;
    std::vector<Purchase> purchases;
};

/// Nothing when the preset has none. Throws std::runtime_error that names the wrong place.
std::optional<Year> read_year(std::span<const base::EmbeddedFile> files, const Material& people);

} // namespace demonstration
