extension GraphPicture {
  /// How drawings look, on light and on dark ground, as a style sheet.
  ///
  /// There are no variables in it, which not all programs that draw SVG know.
  static var svgStyle: String {
    var text = """
      text{font-family:-apple-system,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif;fill:#1f2328}
      .head{font-size:18px;font-weight:600}
      .note,.type,.key{font-size:11px;fill:#59636e}
      .name{font-size:13px;font-weight:600}
      .name,.type,.tag{text-anchor:middle}
      .ground{fill:#fff}
      .cluster rect{fill:#8c959f;fill-opacity:.09;stroke:#8c959f;stroke-dasharray:5 4}
      .cluster text{font-size:11px;fill:#59636e}
      .cluster .role{font-weight:600;fill:#1f2328}
      .tag{font-size:10px;font-weight:600;fill:#59636e;stroke:#fff;stroke-width:4px;paint-order:stroke}
      .box{stroke-width:1.5}
      .line{fill:none;stroke:#6e7781;stroke-width:1.4}
      .order{stroke-dasharray:5 4}
      .branch{stroke:#8250df}
      .tip{fill:#6e7781}.tip.branch{fill:#8250df;stroke:none}
      .line.critical{stroke:#d1242f;stroke-width:2.6}.tip.critical{fill:#d1242f;stroke:none}
      .step.critical .box{stroke-width:2.6}

      """
    for family in StepFamily.allCases {
      let colours = family.colours
      text += ".\(family.className) .box{fill:\(colours.fill);stroke:\(colours.line)}\n"
    }
    text += """
      @media (prefers-color-scheme:dark){
      text,.cluster .role{fill:#f0f6fc}
      .note,.type,.key,.cluster text,.tag{fill:#9198a1}
      .ground{fill:#0d1117}
      .tag{stroke:#0d1117}
      .line{stroke:#9198a1}.tip{fill:#9198a1}
      .branch{stroke:#ab7df8}.tip.branch{fill:#ab7df8}
      .line.critical{stroke:#ff6a69}.tip.critical{fill:#ff6a69}

      """
    for family in StepFamily.allCases {
      let colours = family.darkColours
      text += ".\(family.className) .box{fill:\(colours.fill);stroke:\(colours.line)}\n"
    }
    return text + "}\n"
  }
}

extension StepFamily {
  /// The colours of the family's steps on dark ground.
  fileprivate var darkColours: (fill: String, line: String) {
    switch self {
    case .data: ("#0c2d4d", "#4493f8")
    case .training: ("#3d1f0a", "#db6d28")
    case .model: ("#0f2f1b", "#3fb950")
    case .deployment: ("#0b2e2b", "#2dd4bf")
    case .call: ("#33280a", "#d29922")
    case .choice: ("#271a45", "#ab7df8")
    case .loop: ("#3a1530", "#db61a2")
    case .failure: ("#421a1d", "#f85149")
    case .other: ("#21262d", "#9198a1")
    }
  }
}
