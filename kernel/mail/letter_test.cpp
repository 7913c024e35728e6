#include "kernel/mail/letter.hpp"

#include <doctest.h>

namespace
{

const mail::Brand vigie{.name = "Vigie & Fils", .hue = 40, .chroma = 140};

mail::NewMessage letter()
{
    return {.to_name = "Rose Le Gall",
            .to_email = "rose@client.example",
            .subject = "Réponse <1>",
            .paragraphs = {"Bonjour Rose,", "Yann {{brand}} vous a répondu."},
            .quote = "Première ligne\n<script>alert(1)</script>",
            .button = mail::NewMessage::Button{"Lire", "https://vigie.example/p/1?a=b&c=d"},
            .small_print = "Pourquoi ce message",
            .template_name = "tickets.replied"};
}

bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("everything typed is escaped in the HTML of a mail, and braces stay as typed")
{
    const auto html = mail::html_part(letter(), vigie);
    CHECK_FALSE(holds(html, "<script>"));
    CHECK(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(holds(html, "Réponse &lt;1&gt;"));
    CHECK(holds(html, "Vigie &amp; Fils"));
    CHECK(holds(html, "Yann {{brand}} vous"));
    CHECK(holds(html, R"(href="https://vigie.example/p/1?a=b&amp;c=d")"));
}

TEST_CASE("a mail follows the workspace's colour and the reader's dark mode, and leaves no hole")
{
    const auto html = mail::html_part(letter(), vigie);
    CHECK(holds(html, "prefers-color-scheme: dark"));
    CHECK(holds(html, R"(<html lang="fr">)"));
    auto other = vigie;
    other.hue = 262;
    CHECK(html != mail::html_part(letter(), other));
    auto plain = letter();
    plain.paragraphs = {"Bonjour"};
    CHECK_FALSE(holds(mail::html_part(plain, vigie), "{{"));
    CHECK_FALSE(holds(mail::html_part(plain, vigie), "#;"));
}

TEST_CASE(
    "a mail carries the logo, with the name of the business for who sees no pictures") // PLT-081
{
    auto brand = vigie;
    CHECK_FALSE(holds(mail::html_part(letter(), brand), "<img"));
    brand.logo = "https://vigie.example/p/vigie/icone/192.png?v=1&w=2";
    const auto html = mail::html_part(letter(), brand);
    CHECK(holds(html, R"(src="https://vigie.example/p/vigie/icone/192.png?v=1&amp;w=2")"));
    CHECK(holds(html, R"(alt="Vigie &amp; Fils")"));
    CHECK_FALSE(holds(html, "{{mark}}"));
}

TEST_CASE("the text part says the same, with the address of the button in full")
{
    CHECK(mail::text_part(letter(), vigie) == "Bonjour Rose,\n\nYann {{brand}} vous a répondu.\n\n"
                                              "> Première ligne\n> <script>alert(1)</script>\n\n"
                                              "Lire\u00a0:\nhttps://vigie.example/p/1?a=b&c=d\n\n"
                                              "-- \nVigie & Fils\nPourquoi ce message\n");
}

TEST_CASE("a mail without a reason says who sent it")
{
    auto bare = letter();
    bare.small_print.clear();
    CHECK(holds(mail::text_part(bare, vigie), "Message envoyé par Vigie & Fils."));
}
