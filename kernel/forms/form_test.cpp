#include "kernel/forms/form.hpp"

#include <doctest.h>

namespace
{

enum class Priority { low, high };
BOOST_DESCRIBE_ENUM(Priority, low, high)

struct OpenTicket {
    forms::Text<3, 10> title;
    forms::LongText<1, 50> description;
    Priority priority = Priority::low;
    std::optional<forms::Email> copy_to;
    std::vector<base::Id<struct Tag>> categories;
    bool is_private = false;
};
BOOST_DESCRIBE_STRUCT(OpenTicket, (),
                      (title, description, priority, copy_to, categories, is_private))

struct SignUp {
    forms::Email email;
    forms::Phone phone;
    forms::Password password;
    forms::Consent terms;
    forms::Number<1, 5> rating;
};
BOOST_DESCRIBE_STRUCT(SignUp, (), (email, phone, password, terms, rating))

std::string error_of(const forms::Errors& errors, std::string_view field)
{
    const auto* error = errors.find(field);
    return error == nullptr ? "" : error->key;
}

} // namespace

TEST_CASE("a right submission becomes a typed command")
{
    const auto form = forms::bind<OpenTicket>({{"title", "  Caméra 4 "},
                                               {"description", "Noire\r\ndepuis hier"},
                                               {"priority", "high"},
                                               {"categories", "7"},
                                               {"categories", "9"},
                                               {"is_private", "on"},
                                               {"workspace_id", "3"}});

    CHECK(form.is_valid());
    CHECK(form.command.title.value == "Caméra 4");
    CHECK(form.command.description.value == "Noire\ndepuis hier");
    CHECK(form.command.priority == Priority::high);
    CHECK_FALSE(form.command.copy_to.has_value());
    CHECK(form.command.categories.size() == 2);
    CHECK(form.command.is_private);
}

TEST_CASE("every field error is told at once and what was typed is kept") // PLT-091
{
    const auto form = forms::bind<OpenTicket>(
        {{"title", "ab"}, {"priority", "urgent"}, {"copy_to", "nobody"}, {"categories", "x"}});

    CHECK_FALSE(form.is_valid());
    CHECK(error_of(form.errors, "title") == "forms.error.too_short");
    CHECK(error_of(form.errors, "description") == "forms.error.required");
    CHECK(error_of(form.errors, "priority") == "forms.error.choice");
    CHECK(error_of(form.errors, "copy_to") == "forms.error.email");
    CHECK(error_of(form.errors, "categories") == "forms.error.choice");
    CHECK(form.typed_value("title") == "ab");
}

TEST_CASE("lengths count characters, not bytes")
{
    CHECK(forms::bind<OpenTicket>(
              {{"title", "éééééééééé"}, {"description", "x"}, {"priority", "low"}})
              .is_valid());
    const auto form = forms::bind<OpenTicket>(
        {{"title", "ééééééééééé"}, {"description", "x"}, {"priority", "low"}});
    CHECK(error_of(form.errors, "title") == "forms.error.too_long");
}

TEST_CASE("e-mail addresses of the usual form pass and others do not")
{
    const auto verdict = [](std::string email) {
        return error_of(forms::bind<SignUp>({{"email", std::move(email)}}).errors, "email");
    };
    for (const char* good : {"a@b.fr", "prenom.nom+tri@Sous.Domaine.EXAMPLE", " x@y.example "})
        CHECK(verdict(good) == "");
    for (const char* bad : {"a", "a@b", "@b.fr", "a@-b.fr", "a..b@c.fr", "a b@c.fr",
                            "a@b.fr, c@d.fr", "<a@b.fr>", "a@b.f", "é@b.fr"})
        CHECK(verdict(bad) == "forms.error.email");
    CHECK(forms::bind<SignUp>({{"email", "Ann@Example.FR"}}).command.email.value ==
          "Ann@example.fr");
}

TEST_CASE("phones keep their digits, consents must be ticked, numbers stay in range")
{
    const auto form = forms::bind<SignUp>({{"phone", "+33 (0)2.97-00 00 00"},
                                           {"terms", "off"},
                                           {"rating", "6"},
                                           {"password", "  espace "}});
    CHECK(form.command.phone.value == "+330297000000");
    CHECK(error_of(form.errors, "terms") == "forms.error.consent");
    CHECK(error_of(form.errors, "rating") == "forms.error.range");
    CHECK(form.command.password.value == "  espace ");
    CHECK(error_of(forms::bind<SignUp>({{"phone", "12a45678"}}).errors, "phone") ==
          "forms.error.phone");
}

TEST_CASE("JSON goes through the same mapper")
{
    const auto form = forms::bind_json<OpenTicket>(
        R"({"title":"Porte","description":"x","priority":"low","categories":["12"],"is_private":true})");
    CHECK(form.is_valid());
    CHECK(form.command.is_private);
    CHECK(form.command.categories.front().value == 12);

    for (const char* bad : {"", "[]", "{", R"({"title":{"a":1}})", R"({"a":[[1]]})"})
        CHECK(error_of(forms::bind_json<OpenTicket>(bad).errors, "") == "forms.error.json");
}

TEST_CASE("a command describes itself as a JSON schema")
{
    CHECK(
        forms::schema<SignUp>() ==
        R"({"type":"object","properties":{"email":{"type":"string","format":"email"},"phone":{"type":"string"},)"
        R"("password":{"type":"string","format":"password"},"terms":{"type":"boolean","const":true},)"
        R"("rating":{"type":"integer","minimum":1,"maximum":5}},)"
        R"("required":["email","phone","password","terms","rating"]})");
}
