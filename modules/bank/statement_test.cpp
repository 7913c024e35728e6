#include "modules/bank/statement_csv.hpp"

#include <doctest.h>

using namespace bank;

namespace
{

constexpr auto euros = base::Currency::EUR;

base::Date day(const char* iso)
{
    return *base::Date::parse(iso);
}

StatementRead table(std::string_view bytes)
{
    const auto look = look_at_csv(bytes);
    REQUIRE(look.has_value());
    REQUIRE(are_enough(look->columns));
    return read_csv(bytes, *look, look->columns, euros);
}

const std::string camt = R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
<Ntry><Amt Ccy="EUR">600.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
 <BookgDt><Dt>2026-01-15</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>
 <NtryDtls><TxDtls><Refs><EndToEndId>FACT-2026-0001</EndToEndId></Refs>
 <RltdPties><Dbtr><Nm>Aurore Penhoat</Nm></Dbtr></RltdPties>
 <RmtInf><Ustrd>Facture terrasse</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
 <BookgDt><DtTm>2026-01-16T08:00:00</DtTm></BookgDt>
 <NtryDtls><TxDtls><Amt Ccy="EUR">10.00</Amt></TxDtls>
 <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">5.5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
 <BookgDt><Dt>2026-01-17</Dt></BookgDt><AddtlNtryInf>Frais</AddtlNtryInf></Ntry>
<Ntry><Amt Ccy="EUR">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts>
 <BookgDt><Dt>2026-01-17</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>)";

const std::string ofx1 = "OFXHEADER:100\nDATA:OFXSGML\nENCODING:USASCII\nCHARSET:1252\n\n"
                         "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n"
                         "<BANKACCTFROM><ACCTID>00012345678\n</BANKACCTFROM><BANKTRANLIST>\n"
                         "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260115120000<TRNAMT>600.00"
                         "<FITID>F1<NAME>VIR PENHOAT<MEMO>R\xE9novation &amp; toit\n</STMTTRN>"
                         "<STMTTRN><DTPOSTED>20260116<TRNAMT>-12,50<FITID>F2<NAME>EDF\n"
                         "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";

} // namespace

TEST_CASE("a table of a French bank is read by its headings, whatever it is written with")
{
    const auto read = table("Compte;FR76 0001\n\nDate opération;Date valeur;Libellé;Débit;Crédit\n"
                            "15/01/2026;16/01/2026;VIR PENHOAT;;1\xC2\xA0"
                            "234,56\n16/01/26;16/01/26;EDF;-12,5;\nSolde;;;;\n");
    REQUIRE(read.lines.size() == 2);
    CHECK(read.lines[0] == StatementLine{day("2026-01-15"), {123'456}, "VIR PENHOAT", "", ""});
    CHECK(read.lines[1].amount == base::Cents{-1'250});
    CHECK(read.unread == 1);

    const auto quebec = table("Date,Description,Retrait,Dépôt\n2026-01-15,Virement,,45.50\n");
    CHECK(quebec.lines.at(0).amount == base::Cents{4'550});
    const auto latin = table("Date\tLibell\xE9\tMontant(EUROS)\n2026-01-15\tr\xE9glement\t-3,20\n");
    CHECK(latin.lines.at(0).label == "réglement");
    CHECK(latin.lines.at(0).amount == base::Cents{-320});
    const auto comma =
        table("\xEF\xBB\xBF\"Date\",\"Libellé\",\"Montant\"\n15/01/2026,\"a, b\",\"1 234,56 €\"\n");
    CHECK(comma.lines.at(0).label == "a, b");
    CHECK(comma.lines.at(0).amount == base::Cents{123'456});
}

TEST_CASE("columns that nobody knows are asked, and titles of figures are a line")
{
    const auto look = look_at_csv("Quand;Quoi;Combien\n15/01/2026;Penhoat;600\n");
    REQUIRE(look.has_value());
    CHECK_FALSE(are_enough(look->columns));
    CHECK(look->titles == std::vector<std::string>{"Quand", "Quoi", "Combien"});
    const Columns columns{ColumnRole::day, ColumnRole::label, ColumnRole::amount};
    const auto bare = std::string{"15/01/2026;Penhoat;600\n16/01/2026;Penhoat;700\n"};
    const auto untitled = look_at_csv(bare);
    CHECK(read_csv(bare, untitled.value(), columns, euros).lines.size() == 2);
    CHECK_FALSE(
        are_enough({ColumnRole::day, ColumnRole::day, ColumnRole::label, ColumnRole::amount}));
}

TEST_CASE("CAMT.053 gives booked entries alone, each transfer of a batch")
{
    const auto read = read_marked_up(camt, euros).value();
    REQUIRE_FALSE(read.fault.has_value());
    CHECK(read.account == "FR7630006000011234567890189");
    REQUIRE(read.lines.size() == 4);
    CHECK(read.lines[0] == StatementLine{day("2026-01-15"),
                                         {60'000},
                                         "Facture terrasse FACT-2026-0001",
                                         "Aurore Penhoat",
                                         "R1",
                                         "FR7630006000011234567890189"});
    CHECK(read.lines[1].amount == base::Cents{1'000});
    CHECK(read.lines[2].amount == base::Cents{2'000});
    CHECK(read.lines[3].amount == base::Cents{-550});
}

TEST_CASE("each account of a file keeps its lines")
{
    const auto entry = [](const char* account) {
        return std::string{"<Stmt><Acct><Id><IBAN>"} + account +
               "</IBAN></Id></Acct><Ntry><Amt Ccy='EUR'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
               "<BookgDt><Dt>2026-01-15</Dt></BookgDt></Ntry></Stmt>";
    };
    const auto read = read_marked_up("<Document><BkToCstmrStmt>" + entry("FR1") + entry("FR2") +
                                         "</BkToCstmrStmt></Document>",
                                     euros);
    REQUIRE(read.value().lines.size() == 2);
    CHECK(read->lines[0].account == "FR1");
    CHECK(read->lines[1].account == "FR2");
    const auto ofx = read_marked_up("<OFX><STMTRS><ACCTID>A<STMTTRN><DTPOSTED>20260115<TRNAMT>1"
                                    "<BANKACCTTO><ACCTID>B</BANKACCTTO></STMTTRN></OFX>",
                                    euros);
    CHECK(ofx.value().lines.at(0).account == "A");
}

TEST_CASE("OFX is read as SGML and as XML")
{
    const auto read = read_marked_up(ofx1, euros).value();
    REQUIRE_FALSE(read.fault.has_value());
    REQUIRE(read.lines.size() == 2);
    CHECK(
        read.lines[0] ==
        StatementLine{
            day("2026-01-15"), {60'000}, "VIR PENHOAT Rénovation & toit", "", "F1", "00012345678"});
    CHECK(read.lines[1].amount == base::Cents{-1'250});

    const auto xml = read_marked_up(
        "<?xml version='1.0'?><?OFX OFXHEADER='200'?><OFX><STMTRS><CURDEF>EUR</CURDEF><STMTTRN>"
        "<DTPOSTED>20260115</DTPOSTED><TRNAMT>1.00</TRNAMT><FITID>F</FITID>"
        "<NAME>A &#233; <![CDATA[<b>]]></NAME></STMTTRN></STMTRS></OFX>",
        euros);
    REQUIRE(xml.value().lines.size() == 1);
    CHECK(xml->lines[0].label == "A é <b>");
}

TEST_CASE("what is no statement, or of another currency, or too long, is told apart")
{
    const auto fault_of = [](const std::string& bytes) {
        const auto marked = read_marked_up(bytes, euros);
        return marked ? marked->fault : table(bytes).fault;
    };
    CHECK(fault_of("<a/>") == StatementFault::not_understood);
    CHECK(fault_of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") == StatementFault::not_understood);
    CHECK(fault_of("OFXHEADER:100\n<OFX></OFX>") == StatementFault::not_understood);
    CHECK(fault_of("<OFX><STMTRS><CURDEF>USD</OFX>") == StatementFault::other_currency);
    CHECK(fault_of("Date;Libellé;Montant;Devise\n15/01/2026;a;1;USD\n") ==
          StatementFault::other_currency);
    CHECK(fault_of("Date;Libellé;Montant\nhier;a;beaucoup\n") == StatementFault::not_understood);
    std::string longest = "Date;Libellé;Montant\n";
    for (std::size_t line = 0; line <= lines_max; ++line)
        longest += "15/01/2026;a;1\n";
    CHECK(fault_of(longest) == StatementFault::too_many_lines);
    CHECK_FALSE(look_at_csv("bonjour").has_value());
    CHECK_FALSE(look_at_csv(std::string{"a;b;c\0d", 7}).has_value());
}

TEST_CASE("amounts are whole cents, or nothing")
{
    CHECK(read_plain_cents("600.00000") == base::Cents{60'000});
    CHECK(read_plain_cents("600.005") == std::nullopt);
    CHECK(read_plain_cents("--5") == std::nullopt);
    CHECK(read_typed_cents("−1 234,56 €", euros) == base::Cents{-123'456});
    CHECK(read_typed_cents("+12", euros) == base::Cents{1'200});
    CHECK(read_typed_cents("12 $", euros) == std::nullopt);
    CHECK(read_typed_cents("1.234,56", euros) == std::nullopt);
    CHECK(read_typed_cents("999999999999999999999", euros) == std::nullopt);
    CHECK(read_day("31/02/2026") == std::nullopt);
    CHECK(read_day("1.2.2026") == day("2026-02-01"));
}
