#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>

namespace invoices
{

inline constexpr int payment_days_usual = 30;
inline constexpr std::size_t mention_length_max = 500;
inline constexpr std::size_t conditions_length_max = 4000;

/// What a business puts under each of its invoices.
struct Terms {
    std::int64_t payment_days = payment_days_usual;
    std::string iban; ///< as base::Iban writes it, or empty
    std::string bic;
    std::string holder;     ///< of the account
    std::string penalties;  ///< late payment
    std::string early;      ///< discount for paying early, or that there is none
    std::string conditions; ///< of sale
    std::string mentions;   ///< legal form, capital, register, insurance
};
BOOST_DESCRIBE_STRUCT(Terms, (),
                      (payment_days, iban, bic, holder, penalties, early, conditions, mentions))

/// JSON, kept with what was issued.
std::string frozen(const Terms& terms);
/// Throws on anything but what `frozen` writes.
Terms terms_from(const std::string& text);

} // namespace invoices
