// The few declarations of Foundation that generated Objective-C and its guide use, for checks where there is none.

#ifndef Foundation_h
#define Foundation_h

#if __has_feature(nullability)
#define NS_ASSUME_NONNULL_BEGIN _Pragma("clang assume_nonnull begin")
#define NS_ASSUME_NONNULL_END _Pragma("clang assume_nonnull end")
#endif
#define FOUNDATION_EXPORT extern
#define NS_SWIFT_NAME(name) __attribute__((swift_name(#name)))
#define NS_TYPED_ENUM __attribute__((swift_newtype(enum)))
#define NS_TYPED_EXTENSIBLE_ENUM __attribute__((swift_newtype(struct)))
#define NS_ENUM(type, name) enum name : type name; enum name : type

typedef long NSInteger;
typedef unsigned long NSUInteger;
typedef signed char BOOL;
#define YES ((BOOL)1)
#define NO ((BOOL)0)
#define nil ((id)0)

NS_ASSUME_NONNULL_BEGIN

__attribute__((objc_root_class))
@interface NSObject
+ (instancetype)new;
+ (instancetype)alloc;
- (instancetype)init;
@end

@interface NSString : NSObject
- (BOOL)isEqualToString:(NSString *)other;
@end

@interface NSDictionary<__covariant Key, __covariant Value> : NSObject
- (nullable Value)objectForKeyedSubscript:(Key)key;
+ (instancetype)dictionaryWithObjects:(const Value _Nonnull [_Nullable])objects
                              forKeys:(const Key _Nonnull [_Nullable])keys
                                count:(NSUInteger)count;
@end

void NSLog(NSString *format, ...) __attribute__((format(__NSString__, 1, 2)));

NS_ASSUME_NONNULL_END

#endif
