#pragma once

#include "kernel/forms/form.hpp"
#include "modules/settings/profile.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace settings
{

struct Siret {
    std::string value;
};
struct VatNumber {
    std::string value;
};
struct Neq {
    std::string value;
};
struct TpsNumber {
    std::string value;
};
struct TvqNumber {
    std::string value;
};
/// "https://…" or "http://…"; a bare host gets https.
struct Website {
    std::string value;
};
/// One of zones().
struct Zone {
    std::string value;
};
/// "#2f5dd0".
struct Colour {
    std::string value;
};

struct NamedZone {
    const char* zone;
    const char* label_key;
};
std::span<const NamedZone> zones();

std::optional<forms::ReadError> read_field(const forms::Texts& texts, Siret& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, VatNumber& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, Neq& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, TpsNumber& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, TvqNumber& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, Website& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, Zone& out);
std::optional<forms::ReadError> read_field(const forms::Texts& texts, Colour& out);

} // namespace settings

namespace forms
{

/// The types of this module, all texts in JSON.
template <class T>
requires requires(const Texts& texts, T& out)
{
    settings::read_field(texts, out);
}
struct FieldType<T> {
    static constexpr bool is_required =
        std::is_same_v<T, settings::Zone> || std::is_same_v<T, settings::Colour>;
    static std::optional<ReadError> read(const Texts& texts, T& out)
    {
        return settings::read_field(texts, out);
    }
    static std::string schema() { return R"({"type":"string"})"; }
};

} // namespace forms

namespace settings
{

struct EditProfile {
    forms::Text<2, 80> name;
    forms::Text<0, 120> legal_name;
    Siret siret;
    VatNumber vat_number;
    Neq neq;
    TpsNumber tps_number;
    TvqNumber tvq_number;
    forms::LongText<0, 200> address;
    forms::Text<0, 12> postal_code;
    forms::Text<0, 100> city;
    std::optional<forms::Phone> phone;
    std::optional<forms::Email> email;
    Website website;
    Zone time_zone;
    forms::Number<0, INT64_MAX> version; ///< of the profile the page showed
};
BOOST_DESCRIBE_STRUCT(EditProfile, (),
                      (name, legal_name, siret, vat_number, neq, tps_number, tvq_number, address,
                       postal_code, city, phone, email, website, time_zone, version))

struct ChooseColour {
    Colour colour;
};
BOOST_DESCRIBE_STRUCT(ChooseColour, (), (colour))

} // namespace settings
