#pragma once

#include "app/demonstration/draw.hpp"
#include "app/demonstration/writer.hpp"
#include "app/demonstration/year.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoices.hpp"

#include <functional>
#include <map>
#include <vector>

namespace demonstration
{

/// Sells, is paid, credits and buys over a year that ends now, through the front doors, each deed
/// at its hour (base::StoryClock) and all in the order of time: numbers, chain and books are what
/// they would be. The same seed tells the same year.
class YearWriter
{
  public:
    /// The references outlive the writer.
    YearWriter(db::Database& database, const tenancy::Workspace& workspace, const People& people,
               const Year& year);

    /// The last `days` of the year; throws base::Refusal when a front door says no.
    void write(int days);

  private:
    using Deed = std::function<void()>;

    tenancy::Context as(std::size_t member) const;
    base::Instant moment(base::Date day);
    void plan(base::Date day, Deed deed);
    void plan_work(const Work& work, base::Date first);
    void plan_services(base::Date first);
    void plan_purchases(base::Date first);

    void introduce();
    quotes::QuoteId sell(const Work& work);
    void bill_work(const Work& work, quotes::QuoteId quote);
    void accept(const Work& work, quotes::QuoteId quote);
    void bill_part(const Work& work, quotes::QuoteId quote, invoices::Share share);
    void bill(const Service& service, std::size_t client, invoices::PaymentMeans means);
    void issue(std::size_t member, std::size_t client, invoices::InvoiceId invoice);
    void follow(std::size_t member, invoices::InvoiceId invoice, invoices::PaymentMeans means);
    void pay(std::size_t member, invoices::InvoiceId invoice, invoices::PaymentMeans means,
             base::Rate share);
    void credit(std::size_t member, std::size_t client, invoices::InvoiceId invoice);
    void buy(const Purchase& purchase);

    db::Database& database_;
    const tenancy::Workspace& workspace_;
    const People people_;
    const Year& year_;
    Draw draw_;
    base::Date today_;
    std::multimap<base::Instant, Deed> deeds_; ///< what is still to be done
};

} // namespace demonstration
