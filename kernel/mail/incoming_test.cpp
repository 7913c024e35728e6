#include "kernel/mail/incoming.hpp"
#include "kernel/mail/incoming_text.hpp"

#include <doctest.h>

#include <string>

using mail::Automatic;
using mail::fold_quotes;
using mail::read_incoming;

namespace
{

std::string letter(const std::string& headers, const std::string& body)
{
    return "From: =?utf-8?Q?Rose_Le_Gall?= <rose@client.example>\r\n"
           "To: support@vigie.example\r\nSubject: =?utf-8?Q?Cam=C3=A9ra_4?=\r\n"
           "Message-ID: <1@client.example>\r\nMIME-Version: 1.0\r\n" +
           headers + "\r\n" + body;
}

std::string plain(const std::string& body)
{
    return letter("Content-Type: text/plain; charset=utf-8\r\n", body);
}

Automatic automatic_with(const std::string& header)
{
    return read_incoming(letter(header + "\r\n", "Bonjour")).value().automatic;
}

} // namespace

TEST_CASE("a message is read whatever its charset, its encoding and its parts") // TKT-048
{
    const auto read = read_incoming(
        letter("Content-Type: multipart/mixed; boundary=a\r\n",
               "--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
               "--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
               "Content-Transfer-Encoding: quoted-printable\r\n\r\nElle est =E9teinte.\r\n"
               "--b\r\nContent-Type: text/html\r\n\r\n<p>Elle est <b>rouge</b>.</p>\r\n--b--\r\n"
               "--a\r\nContent-Type: image/png; name=photo.png\r\n"
               "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
               "aW1hZ2U=\r\n--a--\r\n"));
    REQUIRE(read);
    CHECK(read->from_name == "Rose Le Gall");
    CHECK(read->from_email == "rose@client.example");
    CHECK(read->recipients == std::vector<std::string>{"support@vigie.example"});
    CHECK(read->subject == "Caméra 4");
    CHECK(read->message_id == "1@client.example");
    CHECK(read->text == "Elle est éteinte.");
    REQUIRE(read->files.size() == 1);
    CHECK(read->files.front().name == "photo.png");
    CHECK(read->files.front().bytes == "image");
}

TEST_CASE("HTML alone becomes text of which nothing runs") // TKT-048
{
    CHECK(mail::text_of_html("<html><head><title>x</title><style>p{}</style></head><body><p>Bonjour"
                             "&nbsp;!<script>alert(1)</script></p><p>Port&#233;e &lt;b&gt; &amp; "
                             "&eacute;t&eacute;<br>fin<img src=x onerror=alert(1)></p>"
                             "<blockquote>Ancien<br>message</blockquote></body>") ==
          "Bonjour !\n\nPortée <b> & été\nfin\n\n> Ancien\n> message");
    CHECK(mail::text_of_html("a < b <!-- caché --> c <script>jamais") == "a < b c");
    CHECK(mail::text_of_html("&#0;&#xD800;&#99999999;&inconnu;&") == "&inconnu;&");
    const auto read = read_incoming(
        letter("Content-Type: text/html\r\n", "<p onclick=x>Elle <i>clignote</i></p>"));
    CHECK(read.value().text == "Elle clignote");
}

TEST_CASE("the messages one answers and the signature are folded") // TKT-048
{
    const auto gmail =
        fold_quotes("Merci, c’est bon.\n\nLe sam. 21 nov. 2026 à 10:02, Vigie\n"
                    "<support@vigie.example> a écrit :\n> Est-ce mieux ?\n> Goulven\n");
    CHECK(gmail.text == "Merci, c’est bon.");
    CHECK(gmail.quoted.find("Est-ce mieux") != std::string::npos);
    CHECK(fold_quotes("Oui.\n\nDe : Vigie\nEnvoyé : samedi\nObjet : Caméra\n\nAncien").text ==
          "Oui.");
    CHECK(fold_quotes("Oui.\n-- \nRose Le Gall\n02 61 91 00 01").text == "Oui.");
    CHECK(fold_quotes("Oui.\n\nEnvoyé de mon téléphone").text == "Oui.");
    CHECK(fold_quotes("On Sat, Vigie wrote:\n> Laquelle ?\nLa 4.\n> Quand ?\nHier.").text ==
          "La 4.\nHier.");
    CHECK(fold_quotes("> Tout est cité.").text == "> Tout est cité.");
    CHECK(fold_quotes("Le site est fermé.\nLe portail aussi.").quoted.empty());
}

TEST_CASE("what a machine wrote is known for what it is") // TKT-048
{
    CHECK(automatic_with("Auto-Submitted: auto-replied") == Automatic::answer);
    CHECK(automatic_with("Auto-Submitted: no") == Automatic::no);
    CHECK(automatic_with("Precedence: bulk") == Automatic::list);
    CHECK(automatic_with("List-Id: <annonces.example>") == Automatic::list);
    CHECK(automatic_with("Return-Path: <>") == Automatic::bounce);
    CHECK(automatic_with("Content-Type: multipart/report; boundary=x") == Automatic::bounce);
    CHECK(automatic_with("X-Autoreply: yes") == Automatic::answer);
    CHECK(automatic_with("X-Mailer: Roundcube") == Automatic::no);
}

TEST_CASE("only the topmost verdict counts, and only what passed")
{
    const auto verdict_with = [](const std::string& header) {
        return read_incoming(letter(header + "\r\n", "x")).value().verdict;
    };
    const auto good = verdict_with("Authentication-Results: mx.vigie.example 1; dkim=pass "
                                   "header.d=client.example; dmarc=pass (p=reject) "
                                   "header.from=client.example\r\n"
                                   "Authentication-Results: forged.example; dmarc=pass "
                                   "header.from=vigie.example");
    CHECK(good.server == "mx.vigie.example");
    CHECK(good.domain == "client.example");
    CHECK_MESSAGE(
        verdict_with("Authentication-Results: mx.vigie.example; spf=pass "
                     "smtp.mailfrom=\"x;dmarc=pass header.from=client.example y\"@evil.example; "
                     "dmarc=fail header.from=evil.example\r\n")
            .domain.empty(),
        "what stands between quotes is the sender's");
    CHECK(verdict_with("Authentication-Results: mx.vigie.example; spf=pass (x;dmarc=pass "
                       "header.from=client.example) smtp.mailfrom=evil.example\r\n")
              .domain.empty());
    CHECK(verdict_with("Authentication-Results: mx.vigie.example; dmarc=pass "
                       "header.from=client.example; dmarc=fail header.from=evil.example\r\n")
              .domain.empty());
    CHECK(verdict_with("Authentication-Results: mx.vigie.example; dmarc=fail "
                       "header.from=client.example; spf=pass")
              .domain.empty());
    CHECK(verdict_with("X-Nothing: 1").server.empty());
}

TEST_CASE("a message without one sender is none") // TKT-003
{
    CHECK_FALSE(read_incoming(""));
    CHECK_FALSE(read_incoming("Subject: x\r\n\r\nBonjour"));
    CHECK_FALSE(read_incoming("From: a@a.example, b@b.example\r\n\r\nBonjour"));
    CHECK_FALSE(read_incoming("From: Rose\r\n\r\nBonjour"));
    CHECK_FALSE(read_incoming("From: x: a@a.example;\r\n\r\nBonjour"));
    CHECK_FALSE(read_incoming(std::string(1000, '\0')));
}

TEST_CASE("hostile messages are read within the limits, or not at all")
{
    std::string nested;
    for (int i = 0; i < 5'000; ++i)
        nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                  std::to_string(i) + "\r\n";
    CHECK_FALSE(read_incoming(letter(nested, "x")));
    std::string deep;
    for (int i = 0; i < 60; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                std::to_string(i) + "\r\n";
    const auto left = read_incoming(letter(deep, "\r\nau fond"));
    REQUIRE(left);
    CHECK(left->text.empty());
    CHECK(left->left_out == 1);

    std::string many = "--m\r\n";
    for (int i = 0; i < 500; ++i)
        many += "Content-Disposition: attachment; filename=\"" + std::to_string(i) +
                "\"\r\n\r\nx\r\n--m\r\n";
    const auto files = read_incoming(letter("Content-Type: multipart/mixed; boundary=m\r\n", many));
    CHECK(files.value().files.size() == 20);
    CHECK(files->left_out > 100);
    CHECK(read_incoming(plain(std::string(1'000'000, 'a'))).value().text.size() <= 200'000);
    CHECK_FALSE(read_incoming(plain(std::string(36'000'000, 'a'))));

    const auto injected =
        read_incoming("From: \"Rose\r\n Bcc: x@x.example\" <rose@client.example>\r\n"
                      "Subject: =?utf-8?B?YQpCY2M6IGI=?=\r\n\r\nBonjour");
    CHECK(injected.value().subject.find('\n') == std::string::npos);
    CHECK(injected->from_name.find('\n') == std::string::npos);
    const auto broken = read_incoming(plain("\xff\xfe caf\xe9 \xed\xa0\x80"));
    CHECK(broken.value().text.find("caf") != std::string::npos);
}

TEST_CASE("words of a mail are shown as they are, and a subject without its prefixes")
{
    CHECK(mail::markdown_of("# Titre\n    code\n<b>gras</b>\n---\n- liste") ==
          "\\# Titre\ncode\n\\<b>gras\\</b>\n\\---\n- liste");
    CHECK(mail::bare_subject("RE : TR: Re: Caméra 4") == "Caméra 4");
    CHECK(mail::bare_subject("Reçu") == "Reçu");
}
