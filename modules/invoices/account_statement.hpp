#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

/// What a client was asked and paid between two days.
namespace invoices
{

inline constexpr int account_lines_max = 1'000; ///< of one statement

struct AccountSpan {
    tenancy::ClientId client;
    base::Date from;
    base::Date to; ///< included
};

/// What moves an account: an invoice and a credit note by what they ask or take back, money by
/// where it went.
enum class AccountMove { invoice, deposit, balance, credit_note, payment, refund, rejection };
BOOST_DESCRIBE_ENUM(AccountMove, invoice, deposit, balance, credit_note, payment, refund, rejection)

struct AccountLine {
    base::Date day;
    AccountMove move = AccountMove::invoice;
    InvoiceId invoice; ///< itself, or the one that was paid
    std::string number;
    std::string title;
    base::Cents amount;  ///< above zero: the client owes more
    base::Cents running; ///< what he owes after it
};
BOOST_DESCRIBE_STRUCT(AccountLine, (), (day, move, invoice, number, title, amount, running))

/// What is owed today past its day, by how many days.
struct Ageing {
    base::Cents not_due;
    base::Cents days_30; ///< 1 to 30
    base::Cents days_60; ///< 31 to 60
    base::Cents days_90; ///< 61 to 90
    base::Cents older;

    base::Cents late() const { return days_30 + days_60 + days_90 + older; }
};
BOOST_DESCRIBE_STRUCT(Ageing, (), (not_due, days_30, days_60, days_90, older))

struct AccountStatement {
    AccountSpan span;
    base::Cents opening; ///< owed before `from`; below zero: to his credit
    std::vector<AccountLine> lines;
    Ageing ageing; ///< of `aged_on`
    base::Date aged_on;

    base::Cents closing() const { return lines.empty() ? opening : lines.back().running; }
};

} // namespace invoices
