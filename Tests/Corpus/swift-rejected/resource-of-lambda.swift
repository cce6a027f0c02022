// expect: requires that 'Lambda' conform to 'ResourceDescribing'
import PipeDSL

private let wrong = Resource(Lambda("L", functionArn: "a"))
