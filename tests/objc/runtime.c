// As much of an Objective-C runtime as the generated code needs to run: texts, and one message to them.

#include <stdio.h>
#include <string.h>

struct text {
    void *class;
    const char *bytes;
    unsigned length;
};

char constant_class[256] __asm__("_OBJC_CLASS_NSConstantString");

static signed char is_equal(const struct text *text, void *selector, const struct text *other) {
    (void)selector;
    return text->length == other->length && memcmp(text->bytes, other->bytes, text->length) == 0;
}

void *objc_msg_lookup(void *receiver, void *selector) {
    (void)receiver, (void)selector;
    return (void *)is_equal;
}

void __objc_exec_class(void *module) {
    (void)module;
}

// One line: the bytes in hexadecimal, or `nil`.
void print_text(const struct text *text) {
    if (!text) {
        puts("nil");
        return;
    }
    for (unsigned at = 0; at < text->length; at++) {
        printf("%02x", (unsigned char)text->bytes[at]);
    }
    puts("");
}

void print_number(long number) {
    printf("%ld\n", number);
}

void run(void);

int main(void) {
    run();
    return 0;
}
