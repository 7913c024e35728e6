#include "kernel/mail/mime.hpp"

#include "kernel/base/text.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace mail
{
namespace
{

constexpr const char* charset = "utf-8";

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Unref>;

struct FreeOptions {
    void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};
struct FreeText {
    void operator()(char* text) const { g_free(text); }
};
struct FreeTime {
    void operator()(GDateTime* time) const { g_date_time_unref(time); }
};

void start_library()
{
    static std::once_flag once;
    std::call_once(once, g_mime_init);
}

/// As RFC 2047 words when it is not plain ASCII, or looks like such words already: gmime would let
/// those through and a reader would decode what somebody typed; and it adds a space inside a long
/// word that mixes both.
std::string unmistakable(const std::string& text)
{
    constexpr std::size_t bytes_a_word = 42;
    const bool is_plain =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 127; });
    if (is_plain && text.find("=?") == text.npos) return text;
    std::string words;
    std::size_t start = 0;
    while (start < text.size()) {
        auto end = std::min(start + bytes_a_word, text.size());
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        if (!words.empty()) words += ' ';
        words += "=?utf-8?B?" + base::base64(text.substr(start, end - start)) + "?=";
        start = end;
    }
    return words;
}

void add_address(InternetAddressList* list, const std::string& name, const std::string& email)
{
    const auto shown = unmistakable(name);
    const Object<InternetAddress> address{
        internet_address_mailbox_new(shown.empty() ? nullptr : shown.c_str(), email.c_str())};
    internet_address_set_charset(address.get(), charset);
    internet_address_list_add(list, address.get());
}

void set_header(GMimeMessage* message, const char* name, const std::string& value)
{
    g_mime_object_set_header(GMIME_OBJECT(message), name, value.c_str(), charset);
}

Object<GMimeTextPart> text_part(const char* subtype, const std::string& text)
{
    Object<GMimeTextPart> part{g_mime_text_part_new_with_subtype(subtype)};
    g_mime_text_part_set_charset(part.get(), charset);
    g_mime_text_part_set_text(part.get(), text.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()),
                                     GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

Object<GMimePart> attached_part(const Attachment& attachment)
{
    const auto slash = std::min(attachment.type.find('/'), attachment.type.size());
    const auto kind = attachment.type.substr(0, slash);
    const auto subtype = attachment.type.substr(std::min(slash + 1, attachment.type.size()));
    Object<GMimePart> part{g_mime_part_new_with_type(kind.c_str(), subtype.c_str())};
    const Object<GMimeStream> bytes{
        g_mime_stream_mem_new_with_buffer(attachment.bytes.data(), attachment.bytes.size())};
    const Object<GMimeDataWrapper> content{
        g_mime_data_wrapper_new_with_stream(bytes.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part.get()), "attachment");
    g_mime_part_set_filename(part.get(), attachment.name.c_str());
    return part;
}

Object<GMimeMultipart> both_texts(const Outgoing& outgoing)
{
    Object<GMimeMultipart> both{g_mime_multipart_new_with_subtype("alternative")};
    for (const auto& part : {text_part("plain", outgoing.text).release(),
                             text_part("html", outgoing.html).release()}) {
        const Object<GMimeTextPart> owned{part};
        g_mime_multipart_add(both.get(), GMIME_OBJECT(owned.get()));
    }
    return both;
}

void set_body(GMimeMessage* message, const Outgoing& outgoing)
{
    const auto both = both_texts(outgoing);
    if (outgoing.attachments.empty()) {
        g_mime_message_set_mime_part(message, GMIME_OBJECT(both.get()));
        return;
    }
    const Object<GMimeMultipart> all{g_mime_multipart_new_with_subtype("mixed")};
    g_mime_multipart_add(all.get(), GMIME_OBJECT(both.get()));
    for (const auto& attachment : outgoing.attachments) {
        const auto part = attached_part(attachment);
        g_mime_multipart_add(all.get(), GMIME_OBJECT(part.get()));
    }
    g_mime_message_set_mime_part(message, GMIME_OBJECT(all.get()));
}

void set_headers(GMimeMessage* message, const Outgoing& outgoing)
{
    constexpr std::int64_t micros_of_second = 1'000'000;
    add_address(g_mime_message_get_from(message), outgoing.from_name, outgoing.from_email);
    add_address(g_mime_message_get_to(message), outgoing.to_name, outgoing.to_email);
    if (!outgoing.reply_to.empty())
        add_address(g_mime_message_get_reply_to(message), "", outgoing.reply_to);
    g_mime_message_set_subject(message, unmistakable(outgoing.subject).c_str(), charset);
    g_mime_message_set_message_id(message, outgoing.message_id.c_str());
    const std::unique_ptr<GDateTime, FreeTime> date{
        g_date_time_new_from_unix_utc(outgoing.date.micros / micros_of_second)};
    g_mime_message_set_date(message, date.get());
    // RFC 3834: away notices and the like do not answer.
    set_header(message, "Auto-Submitted", "auto-generated");
    if (!outgoing.intended_recipient.empty())
        set_header(message, "X-Original-To", outgoing.intended_recipient);
}

} // namespace

std::string build_message(const Outgoing& outgoing)
{
    start_library();
    const Object<GMimeMessage> message{g_mime_message_new(FALSE)};
    set_headers(message.get(), outgoing);
    set_body(message.get(), outgoing);
    const std::unique_ptr<GMimeFormatOptions, FreeOptions> options{g_mime_format_options_new()};
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, FreeText> bytes{
        g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get())};
    return bytes.get();
}

} // namespace mail
