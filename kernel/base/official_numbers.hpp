#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Numbers that a register, a tax office or a bank gave. parse() takes what people type or paste
/// (spaces, dots, dashes, small letters) and keeps it bare; it refuses by returning nothing. That a
/// number is well made does not say that it exists, nor whose it is.
namespace base
{

/// Without the spaces, dots and dashes people part a number by, in capitals.
std::string bare_number(std::string_view typed);

/// 9 digits, the last by Luhn's rule (INSEE, répertoire Sirene).
struct Siren {
    using db_newtype = void;
    std::string value;
    static std::optional<Siren> parse(std::string_view typed);
    friend bool operator==(const Siren&, const Siren&) = default;
};

/// A SIREN and 5 digits for the place, Luhn's rule over all 14. La Poste (356 000 000) ran out of
/// them: its places add up to a multiple of 5.
struct Siret {
    using db_newtype = void;
    static constexpr std::size_t digits = 14;
    std::string value;
    static std::optional<Siret> parse(std::string_view typed);
    Siren siren() const { return {value.substr(0, 9)}; }
    friend bool operator==(const Siret&, const Siret&) = default;
};

/// An intra-community VAT number with the letters of its country. The shape is known for the member
/// states (as VIES publishes them) and Northern Ireland; the key is computed for France, Belgium,
/// Italy and Luxembourg. Of a French key with letters (never I nor O) only libraries know a rule,
/// and a right number must not be refused, so it is not judged. Greece is « EL ».
struct VatNumber {
    using db_newtype = void;
    std::string value;
    static std::optional<VatNumber> parse(std::string_view typed);
    std::string_view country() const { return std::string_view{value}.substr(0, 2); }
    friend bool operator==(const VatNumber&, const VatNumber&) = default;
};
/// "FR44732829320": key = (12 + 3 × (SIREN mod 97)) mod 97.
VatNumber french_vat_number(const Siren& siren);

/// ISO 13616: country, two digits of control (mod 97 is 1), and as many characters as the country
/// has (known for those of SEPA; 15 to 34 in all for the others).
struct Iban {
    using db_newtype = void;
    std::string value;
    static std::optional<Iban> parse(std::string_view typed);
    std::string_view country() const { return std::string_view{value}.substr(0, 2); }
    friend bool operator==(const Iban&, const Iban&) = default;
};

/// « Numéro d’entreprise du Québec »: 10 digits that begin with 11, 22, 33 or 88. No published
/// rule for the last one was found, so it is not judged.
struct Neq {
    using db_newtype = void;
    std::string value;
    static std::optional<Neq> parse(std::string_view typed);
    friend bool operator==(const Neq&, const Neq&) = default;
};

/// TPS number: the 9 digits of the Canadian business number (Luhn's rule), RT, 4 digits.
struct TpsNumber {
    using db_newtype = void;
    std::string value; ///< "123456782RT0001"
    static std::optional<TpsNumber> parse(std::string_view typed);
    friend bool operator==(const TpsNumber&, const TpsNumber&) = default;
};

/// TVQ number: 10 digits, TQ, 4 digits. Libraries check its tenth digit modulo 11; nothing of
/// Revenu Québec says so, and a right number must not be refused, so it is not judged either.
struct TvqNumber {
    using db_newtype = void;
    std::string value; ///< "1234567890TQ0001"
    static std::optional<TvqNumber> parse(std::string_view typed);
    friend bool operator==(const TvqNumber&, const TvqNumber&) = default;
};

} // namespace base
