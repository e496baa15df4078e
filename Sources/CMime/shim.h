#pragma once
#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>
/* Casts and type tests are GObject macros. */
static inline int ruche_mime_is_part(GMimeObject *o) { return GMIME_IS_PART(o); }
static inline int ruche_mime_is_multipart(GMimeObject *o) { return GMIME_IS_MULTIPART(o); }
static inline int ruche_mime_is_text(GMimeObject *o) { return GMIME_IS_TEXT_PART(o); }
static inline int ruche_mime_is_message(GMimeObject *o) { return GMIME_IS_MESSAGE_PART(o); }
static inline GMimePart *ruche_mime_part(GMimeObject *o) { return GMIME_PART(o); }
static inline GMimeTextPart *ruche_mime_text(GMimeObject *o) { return GMIME_TEXT_PART(o); }
static inline GMimeMultipart *ruche_mime_multipart(GMimeObject *o) { return GMIME_MULTIPART(o); }
static inline GMimeMessagePart *ruche_mime_message_part(GMimeObject *o) { return GMIME_MESSAGE_PART(o); }
static inline GMimeObject *ruche_mime_object(void *o) { return GMIME_OBJECT(o); }
static inline void ruche_mime_unref(void *o) { if (o) g_object_unref(o); }
/* Our types: void pointers keep GObject's many struct types out of Swift's signatures. */
/* Headers in raw 8-bit, which no standard allows, are UTF-8 or windows-1252. */
static inline GMimeParserOptions *ruche_mime_options(void) {
  const char *charsets[] = { "utf-8", "windows-1252", NULL };
  GMimeParserOptions *options = g_mime_parser_options_new();
  g_mime_parser_options_set_fallback_charsets(options, charsets);
  return options;
}
static inline GMimeMessage *ruche_mime_parse(const char *bytes, size_t count, GMimeParserOptions *options) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, options);
  g_object_unref(parser);
  g_object_unref(stream);
  return message;
}
/* A header as it was written, unfolded, its encoded words decoded: GMime's own value would lose what follows
   "claire at chu.example (Claire)", which is no address to it. The caller frees with g_free(). */
static inline char *ruche_mime_header_text(GMimeHeader *header, GMimeParserOptions *options) {
  const char *raw = g_mime_header_get_raw_value(header);
  if (!raw) return NULL;
  char *line = g_mime_utils_header_unfold(raw);
  char *text = g_mime_utils_header_decode_text(options, line);
  g_free(line);
  return text;
}
/* The bytes of a message inside a message; the caller frees with free(). */
static inline char *ruche_mime_embedded(GMimeMessagePart *part, size_t *count) {
  GMimeMessage *message = g_mime_message_part_get_message(part);
  *count = 0;
  if (!message) return NULL;
  GMimeStream *memory = g_mime_stream_mem_new();
  g_mime_object_write_to_stream(GMIME_OBJECT(message), NULL, memory);
  GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *) memory);
  char *copy = malloc(bytes->len + 1);
  if (copy) { memcpy(copy, bytes->data, bytes->len); *count = bytes->len; }
  g_object_unref(memory);
  return copy;
}
/* UTF-8 made from another charset, NULL when a byte does not belong to it; the caller frees with g_free(). */
static inline char *ruche_mime_convert(const char *bytes, size_t count, const char *charset, size_t *written) {
  gsize read = 0, made = 0;
  char *text = g_convert(bytes, (gssize) count, "UTF-8", charset, &read, &made, NULL);
  *written = made;
  return text;
}
static inline char *ruche_mime_sha256(const unsigned char *bytes, size_t count) {
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, count);
}
/* The decoded bytes of a part, at most `limit`; the caller frees. */
static inline char *ruche_mime_content(GMimePart *part, size_t limit, size_t *count, int *cut) {
  GMimeDataWrapper *content = g_mime_part_get_content(part);
  *count = 0; *cut = 0;
  if (!content) return NULL;
  GMimeStream *memory = g_mime_stream_mem_new();
  g_mime_data_wrapper_write_to_stream(content, memory);
  GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *) memory);
  size_t n = bytes->len;
  if (n > limit) { n = limit; *cut = 1; }
  char *copy = malloc(n ? n : 1);
  if (copy && n) memcpy(copy, bytes->data, n);
  *count = n;
  g_object_unref(memory);
  return copy;
}
static inline void ruche_mime_set_text(GMimeTextPart *part, const char *text) {
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text);
  g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
}
static inline void ruche_mime_set_bytes(GMimePart *part, const char *bytes, size_t count) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content(part, content);
  g_object_unref(content);
  g_object_unref(stream);
}
static inline void ruche_mime_add_address(GMimeMessage *m, int kind, const char *name, const char *address) {
  g_mime_message_add_mailbox(m, (GMimeAddressType) kind, name, address);
}
/* The message as it travels: CRLF, lines folded; the caller frees with free(). */
static inline char *ruche_mime_write(GMimeMessage *m, size_t *count) {
  GMimeFormatOptions *options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  GMimeStream *memory = g_mime_stream_mem_new();
  g_mime_object_write_to_stream(GMIME_OBJECT(m), options, memory);
  GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *) memory);
  char *copy = malloc(bytes->len + 1);
  memcpy(copy, bytes->data, bytes->len);
  *count = bytes->len;
  g_object_unref(memory);
  g_mime_format_options_free(options);
  return copy;
}
static inline InternetAddressMailbox *ruche_mime_mailbox(InternetAddress *a) { return INTERNET_ADDRESS_IS_MAILBOX(a) ? (InternetAddressMailbox *) a : NULL; }
