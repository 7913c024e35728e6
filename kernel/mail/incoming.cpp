#include "kernel/mail/incoming.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/mail/incoming_text.hpp"
#include "kernel/mail/incoming_verdict.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

namespace mail
{
namespace
{

constexpr std::size_t name_length_max = 120;    // characters
constexpr std::size_t subject_length_max = 300; // characters
constexpr std::size_t message_id_bytes_max = 500;
constexpr std::size_t decoration_bytes_max = 10'000; // a picture of a signature, in bytes

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Unref>;
struct FreeText {
    void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, FreeText>;

void start_library()
{
    static std::once_flag once;
    std::call_once(once, g_mime_init);
}

std::string valid(const char* text)
{
    if (text == nullptr) return {};
    const Text mended{g_utf8_make_valid(text, -1)};
    return mended.get();
}

std::string one_line(const char* text, std::size_t length_max)
{
    auto line = base::normalise(valid(text));
    for (const auto* const end : {"\n", "\t", "\u2028", "\u2029", "\u0085"})
        line = base::replace_all(std::move(line), end, " ");
    return base::shorten(base::trim(line), length_max);
}

/// How often `word`, in lower case, occurs; stops counting after `most`.
std::size_t count_of(std::string_view bytes, std::string_view word, std::size_t most)
{
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    std::size_t count = 0;
    for (auto at = bytes.begin(); count <= most; ++count) {
        at = std::search(at, bytes.end(), word.begin(), word.end(), same);
        if (at == bytes.end()) break;
        at += static_cast<std::ptrdiff_t>(word.size());
    }
    return count;
}

std::string header_of(GMimeMessage* message, const char* name)
{
    return base::lower_ascii(
        base::trim(valid(g_mime_object_get_header(GMIME_OBJECT(message), name))));
}

bool has_header(GMimeMessage* message, const char* name)
{
    return g_mime_object_get_header(GMIME_OBJECT(message), name) != nullptr;
}

/// The mailboxes of a list, groups left aside.
std::vector<InternetAddressMailbox*> mailboxes(InternetAddressList* list)
{
    std::vector<InternetAddressMailbox*> found;
    const int count = list == nullptr ? 0 : internet_address_list_length(list);
    for (int i = 0; i < count; ++i) {
        auto* address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address))
            found.push_back(INTERNET_ADDRESS_MAILBOX(address));
    }
    return found;
}

bool read_sender(GMimeMessage* message, Incoming& incoming)
{
    auto* list = g_mime_message_get_from(message);
    const auto found = mailboxes(list);
    if (found.size() != 1 || internet_address_list_length(list) != 1) return false;
    const auto typed = valid(internet_address_mailbox_get_addr(found.front()));
    forms::Email email;
    if (forms::FieldType<forms::Email>::read({std::string_view{typed}}, email)) return false;
    incoming.from_email = email.value;
    incoming.from_name =
        one_line(internet_address_get_name(INTERNET_ADDRESS(found.front())), name_length_max);
    return true;
}

void read_recipients(GMimeMessage* message, const IncomingLimits& limits, Incoming& incoming)
{
    constexpr std::array fields{
        "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc"};
    for (const char* field : fields) {
        const auto value = valid(g_mime_object_get_header(GMIME_OBJECT(message), field));
        if (value.empty() || value.size() > limits.text_bytes) continue;
        const Object<InternetAddressList> list{internet_address_list_parse(nullptr, value.c_str())};
        for (auto* mailbox : mailboxes(list.get()))
            if (incoming.recipients.size() < limits.recipients)
                incoming.recipients.push_back(
                    base::lower_ascii(valid(internet_address_mailbox_get_addr(mailbox))));
    }
}

bool is_report(GMimeMessage* message)
{
    auto* part = g_mime_message_get_mime_part(message);
    auto* type = part == nullptr ? nullptr : g_mime_object_get_content_type(part);
    return type != nullptr && g_mime_content_type_is_type(type, "multipart", "report");
}

Automatic automatic_of(GMimeMessage* message, const Incoming& incoming)
{
    const auto local = incoming.from_email.substr(0, incoming.from_email.rfind('@'));
    const auto lower = base::lower_ascii(local);
    const bool is_postmaster = lower == "mailer-daemon" || lower == "postmaster";
    if (is_report(message) || is_postmaster || header_of(message, "Return-Path") == "<>")
        return Automatic::bounce;
    const auto submitted = header_of(message, "Auto-Submitted");
    const auto precedence = header_of(message, "Precedence");
    const bool is_answer = (!submitted.empty() && !submitted.starts_with("no")) ||
                           has_header(message, "X-Autoreply") ||
                           has_header(message, "X-Autorespond") || precedence == "auto_reply" ||
                           precedence == "auto-reply";
    if (is_answer) return Automatic::answer;
    const bool is_list = has_header(message, "List-Id") ||
                         has_header(message, "List-Unsubscribe") || precedence == "bulk" ||
                         precedence == "list" || precedence == "junk";
    return is_list ? Automatic::list : Automatic::no;
}

bool is_of_type(GMimeObject* part, const char* type, const char* subtype)
{
    auto* said = g_mime_object_get_content_type(part);
    return GMIME_IS_PART(part) && said != nullptr &&
           g_mime_content_type_is_type(said, type, subtype) != 0;
}

std::string content_of(GMimePart* part)
{
    auto* wrapper = g_mime_part_get_content(part);
    if (wrapper == nullptr) return {};
    const Object<GMimeStream> memory{g_mime_stream_mem_new()};
    if (g_mime_data_wrapper_write_to_stream(wrapper, memory.get()) < 0) return {};
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// Walks the parts once, within the limits.
class PartReader
{
  public:
    PartReader(const IncomingLimits& limits, Incoming& incoming)
        : limits_(limits), incoming_(incoming)
    {
    }

    std::string words_of(GMimeObject* part, int depth)
    {
        if (part == nullptr) return {};
        if (depth > limits_.depth || ++parts_ > limits_.parts) return left_out();
        if (GMIME_IS_MULTIPART(part)) return words_inside(GMIME_MULTIPART(part), depth);
        if (GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment(GMIME_PART(part)))
            return words_in(part);
        if (is_of_type(part, "message", "delivery-status")) return take_report(GMIME_PART(part));
        if (GMIME_IS_PART(part)) return take_file(GMIME_PART(part));
        return left_out();
    }

  private:
    std::string left_out()
    {
        ++incoming_.left_out;
        return {};
    }
    /// Of several ways to say the same the first that is plain text, else the last.
    std::string words_inside(GMimeMultipart* parts, int depth)
    {
        auto* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
        const bool is_choice = g_mime_content_type_is_type(type, "multipart", "alternative") != 0;
        const int count = std::min(g_mime_multipart_get_count(parts), limits_.parts + 1);
        std::string all;
        std::string plain;
        for (int i = 0; i < count; ++i) {
            auto* part = g_mime_multipart_get_part(parts, i);
            auto words = words_of(part, depth + 1);
            if (base::trim(words).empty()) continue;
            auto* kind = g_mime_object_get_content_type(part);
            const bool is_plain = g_mime_content_type_is_type(kind, "text", "plain") != 0;
            if (is_choice && is_plain && plain.empty()) plain = words;
            if (is_choice) all.clear();
            if (!all.empty()) all += "\n\n";
            all += words;
        }
        return plain.empty() ? all : plain;
    }
    std::string words_in(GMimeObject* part) const
    {
        const Text text{g_mime_text_part_get_text(GMIME_TEXT_PART(part))};
        auto words = valid(text.get());
        if (words.size() > limits_.text_bytes) {
            words.resize(limits_.text_bytes);
            words = valid(words.c_str());
        }
        auto* type = g_mime_object_get_content_type(part);
        return g_mime_content_type_is_type(type, "text", "html") ? text_of_html(words) : words;
    }
    std::string take_report(GMimePart* part)
    {
        auto report = content_of(part);
        report.resize(std::min(report.size(), limits_.text_bytes));
        if (!incoming_.failure) incoming_.failure = failure_in(report);
        return {};
    }
    std::string take_file(GMimePart* part)
    {
        auto bytes = content_of(part);
        const bool is_decoration = g_mime_part_get_content_id(part) != nullptr &&
                                   !g_mime_part_is_attachment(part) &&
                                   bytes.size() <= decoration_bytes_max;
        if (bytes.empty() || is_decoration) return {};
        if (incoming_.files.size() >= limits_.files) return left_out();
        incoming_.files.push_back(
            {.name = one_line(g_mime_part_get_filename(part), name_length_max),
             .bytes = std::move(bytes)});
        return {};
    }

    const IncomingLimits& limits_;
    Incoming& incoming_;
    int parts_ = 0;
};

} // namespace

std::optional<Incoming> read_incoming(std::string_view bytes, const IncomingLimits& limits)
{
    const bool is_too_much = bytes.empty() || bytes.size() > limits.bytes ||
                             count_of(bytes, "boundary", limits.containers) > limits.containers ||
                             count_of(bytes, "content-type", limits.headers) > limits.headers;
    if (is_too_much) return {};
    start_library();
    const Object<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())};
    const Object<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    auto* parsed = g_mime_parser_construct_message(parser.get(), nullptr);
    if (parsed == nullptr) return {};
    const Object<GMimeMessage> message{parsed};

    Incoming incoming;
    if (!read_sender(message.get(), incoming)) return {};
    read_recipients(message.get(), limits, incoming);
    incoming.subject = one_line(g_mime_message_get_subject(message.get()), subject_length_max);
    const auto id = valid(g_mime_message_get_message_id(message.get()));
    if (id.size() <= message_id_bytes_max) incoming.message_id = id;
    incoming.automatic = automatic_of(message.get(), incoming);
    incoming.verdict = verdict_in(header_of(message.get(), "Authentication-Results"));
    const auto words =
        PartReader{limits, incoming}.words_of(g_mime_message_get_mime_part(message.get()), 0);
    auto folded = fold_quotes(words);
    incoming.text = std::move(folded.text);
    incoming.quoted = std::move(folded.quoted);
    return incoming;
}

} // namespace mail
