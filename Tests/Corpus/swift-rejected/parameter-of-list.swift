// expect: type '[String]' does not conform to protocol 'ValueContent'
import PipeDSL

struct Wrong {
  @Parameter("Names") var names: Value<[String]>
}
