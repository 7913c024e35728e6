#pragma once

#include "kernel/base/xml_tree.hpp"
#include "modules/einvoice/received.hpp"

/// How each syntax is read. For this module only.
namespace einvoice
{

/// What was met on the way.
struct Reading {
    bool is_whole = true;      ///< every amount and day that was there could be read
    bool has_too_many = false; ///< lines, taxes or references

    /// Cut to received_text_bytes_max, without control characters.
    static std::string words(std::string_view text);
    base::Cents amount(std::string_view text);
    /// "2026-03-02" or "20260302".
    std::optional<base::Date> date(std::string_view text);
    /// What each child of that name says.
    template <class Read>
    void each(const base::XmlNode& node, std::string_view name, Read read)
    {
        std::size_t count = 0;
        for (const auto& child : node.children) {
            if (child.name != name) continue;
            if (++count > received_lines_max) {
                has_too_many = true;
                return;
            }
            read(child);
        }
    }
};

ReceivedInvoice read_cii(const base::XmlNode& root, Reading& reading);
ReceivedInvoice read_ubl(const base::XmlNode& root, Reading& reading);

} // namespace einvoice
